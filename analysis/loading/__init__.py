"""A whole case from a file: read and checked (`reading`, pure), then written in one transaction (`writing`)."""
