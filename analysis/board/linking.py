"""The rules between cards and links, whatever change touches them."""

from .changes import Change, NotAllowed
from .graph import ElementKind, LinkKind, validate_link
from .models import Element, Link


def save_link(change: Change, link: Link) -> Link:
    """Store a link; NotAllowed says which rule of domain.md («Link rules») forbids it."""
    source, target = change.current(link.source), change.current(link.target)
    taken = Link.objects.filter(source=source, target=target).exclude(pk=link.pk).exists()
    wrong = validate_link(source.kind, target.kind, link.kind, source.pk == target.pk, taken)
    if wrong:
        raise NotAllowed(wrong)
    return change.save(link)


def refuse_helped_problem(element: Element) -> None:
    """A card towards which something helps stays a protective one."""
    if element.kind == ElementKind.PROTECTIVE:
        return
    helper = Link.objects.filter(target=element, kind=LinkKind.HELPS).select_related("source").first()
    if helper is not None:
        raise NotAllowed(
            [
                f"Naar dit kaartje wijst het verband “helpt” vanaf “{helper.source.text}”. Dat kan alleen bij iets "
                "wat helpt of kracht geeft. Verander eerst dat verband, bijvoorbeeld in “dempt”."
            ]
        )
