"""Files that go along with a mail. They are made when the mail goes and kept nowhere."""

from dataclasses import dataclass, field

from django.core.mail import EmailMultiAlternatives


@dataclass(frozen=True)
class Attachment:
    """A text file: `parameters` stand behind its type, such as `method` of a calendar."""

    name: str
    mimetype: str
    content: bytes
    parameters: dict[str, str] = field(default_factory=dict)

    @property
    def whole_type(self) -> str:
        return "; ".join([self.mimetype, *(f"{name}={value}" for name, value in self.parameters.items())])


def attach(message: EmailMultiAlternatives, attachment: Attachment) -> None:
    """Put it beside the text, as calendars want it, and as a file for who opens it by hand."""
    text = attachment.content.decode()
    message.attach_alternative(text, attachment.whole_type)
    message.attach(attachment.name, text, attachment.whole_type)
