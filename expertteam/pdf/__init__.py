"""PDFs of every room: an HTML template in, a tagged PDF/UA-1 file out. Begin at `maker.make_pdf`."""
