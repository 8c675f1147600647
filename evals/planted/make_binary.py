"""Write the sample dispute's .docx and .pdf: ``make_binary.py FONT.ttf``."""

from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from fpdf import FPDF, XPos, YPos

SAMPLE = Path("src/accord/app/samples/strait/documents")

BRIEFING_TITLE = "The fifth signature: who could stop the Lirren guarantee"
BRIEFING = (
    "Lirren Watch briefing, 14 April 2025",
    (
        "The council of guarantors has five seats and, if Kestria gets its way, five "
        "brakes. Under the clause that Orlenz has tabled, the guarantee would be triggered "
        "only by a unanimous vote of Kestria, Talvane, Aldemar, the Northern Compact and "
        "the Meridian Union. Any one of the five could therefore block it."
    ),
    (
        "Talvane has so far opposed the veto. “You do not give the fox a key to the "
        "henhouse and call it a council,” Talvan Foreign Minister Teo Valcarre told a "
        "party meeting on Saturday. The Union sides with him: its foreign policy chief, "
        "Coralie Demaret, argued last week that the guarantee should work automatically."
    ),
    (
        "The Compact sits on the fence. Its secretary-general, Lukas Ahrenfeld, suggested "
        "a rule of four votes out of five instead. That would leave nobody with a veto, he "
        "pointed out."
    ),
    (
        "And the islanders? No one has asked them. “They count the soldiers and they count "
        "the sheep, but nobody has counted us,” complained a fisherman on Dunmar who gave "
        "only his first name, Tam."
    ),
    (
        "Officially there have been no direct contacts since Talvane’s parliament banned "
        "them on March 3. Unofficially there have. Two people with knowledge of the matter "
        "told Lirren Watch that messages have passed between Orlenz and Port Sorrel "
        "through a retired judge from Aldemar. Kestria’s foreign ministry denied any "
        "back-channel. Aldemar’s envoy declined to comment."
    ),
    (
        "The sums are small beside the noise. Kestria has set aside 300 soldiers and, by "
        "its own account, some 85 million crowns (€7 million) a year for Dunmar. A single "
        "week of closure, the International Crew Fund estimates, would cost more than ten "
        "times as much."
    ),
)

INTERVIEW_TITLE = "“We are not in the business of threats”"
INTERVIEW = (
    (
        "Bastian Quell has two telephones, one for each shore, and he says that he never "
        "confuses them. In an interview with the Courier on Thursday, Aldemar’s special "
        "envoy for the Lirren Strait defended his outline against critics on both sides."
    ),
    (
        "“Nobody will get the strait for himself,” Quell said. “Not the one who owns the "
        "lighthouse, and not the one who owns the ships.” He confirmed that Talvane’s "
        "parliament had lifted its ban on direct talks on April 22, and that he would "
        "invite both foreign ministers in May."
    ),
    (
        "The envoy blamed the Union for the worst week of the spring. Its announcement of "
        "patrols had “frozen every page of the draft”, he complained; had the ships "
        "sailed, he would have resigned. Asked whether Kestria’s president had threatened "
        "to close the strait, he said: “She drew a line. We are not in the business of "
        "threats, we are in the business of paragraphs.”"
    ),
    (
        "He was blunter about Dunmar. The island must be demilitarised sooner or later, "
        "Quell argued, because no skipper would trust a guarantee that was watched over by "
        "one side’s guns. Orlenz knew this, he believed, “better than it says”."
    ),
    (
        "Rosalin Marche has called the outline “a floor, not a ceiling”. Daven Harsk, for "
        "his part, told Kestria Today that he could live with nine tenths of it. Which "
        "tenth he meant, he did not say."
    ),
    (
        "If both ministers come to Vesper, the envoy promised, Aldemar would pay for the "
        "first year of the joint authority: €12 million ($13.6 million)."
    ),
)


def write_docx(path: Path) -> None:
    """Write the briefing of an NGO."""
    document = Document()
    properties = document.core_properties
    properties.title = BRIEFING_TITLE
    properties.author = "Lirren Watch"
    moment = datetime(2025, 4, 14, 9, 0, tzinfo=UTC)
    properties.created = properties.modified = moment
    document.add_heading(BRIEFING_TITLE, level=1)
    for paragraph in BRIEFING:
        document.add_paragraph(paragraph)
    document.save(str(path))


class _Page(FPDF):
    """A newspaper page with a running head and a page number."""

    def header(self) -> None:
        """Print the running head."""
        self.set_font("Sans", size=8)
        head = "The Vesper Courier | 25 April 2025"
        self.cell(0, 8, head, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def footer(self) -> None:
        """Print the page number."""
        self.set_y(-12)
        self.set_font("Sans", size=8)
        self.cell(0, 8, f"Page {self.page_no()}", align="C")


def write_pdf(path: Path, *, font: Path) -> None:
    """Write an interview of a newspaper over two pages."""
    pdf = _Page(format="A5")
    pdf.set_creation_date(datetime(2025, 4, 25, 5, 0, tzinfo=UTC))
    pdf.set_title(INTERVIEW_TITLE)
    pdf.set_author("Amelie Strand")
    pdf.add_font("Sans", fname=str(font))
    pdf.set_auto_page_break(auto=True, margin=18)
    pdf.add_page()
    pdf.set_font("Sans", size=15)
    pdf.multi_cell(0, 8, INTERVIEW_TITLE, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.set_font("Sans", size=9)
    pdf.multi_cell(0, 6, "By Amelie Strand", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.set_font("Sans", size=11)
    for paragraph in INTERVIEW:
        pdf.ln(3)
        pdf.multi_cell(0, 6, paragraph, new_x=XPos.LMARGIN, new_y=YPos.NEXT, align="L")
    pdf.output(str(path))


if __name__ == "__main__":
    import sys

    write_docx(SAMPLE / "12-fifth-signature.docx")
    write_pdf(SAMPLE / "13-interview.pdf", font=Path(sys.argv[1]))
