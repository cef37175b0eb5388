"""Articles that have nothing to do with each other stay apart, in an archive where none has a counterpart."""

from __future__ import annotations

import pytest

from site_gen.link.told import tells_day
from site_gen.model import Article, DateClue
from tests.link.archive import groups, report

FENCE_A = """Painting a wooden fence is work for two dry days. Before you paint, brush off moss and loose paint, wash the wood with warm water and let it dry for a night.

Choose a paint made for wood that stands outside. A first coat of primer keeps the paint from peeling, and it saves you a third coat. Mix the paint well and pour a little of it into a tray.

Begin at the top of each board and work along the grain. A brush reaches the edges, a roller is quicker on the boards. Cover plants and stones with sheets, and wear gloves and old clothes.

Let the first coat dry for six hours before you put on the second. Two thin coats last longer than one thick coat. Clean the brush at once, and keep what is left of the paint in a closed tin for small repairs.

A fence that is painted every five years will stand for thirty. Look at the posts each spring, and replace boards that have gone soft before the paint hides them from you.

Which colour you take is a question of taste, and of the garden. A dark fence lets the flowers before it shine, a pale one makes a small garden look wider. Dark boards grow hotter in summer, so that their paint ages sooner. Paint a single board first and look at it in the morning and in the evening before you buy the rest.

Old paint that comes off in flakes has to go. A scraper is enough for most boards; a machine is quicker, and makes more dust, so wear a mask. Paint from the years of your grandparents may hold lead: have it tested before you sand it, and do not let the dust fall on the beds where you grow food.

If the wood is new, wait. Fresh boards are often still wet from the saw, and paint on wet wood comes off in the first winter. Lay your hand on a board: if it feels cold it is wet. After a dry summer it will take the paint.

Do not paint the ends of posts that stand in the ground; they need oil or tar. Screws that have rusted are better replaced by ones of steel that does not rust, or brown tears will run down the new paint with the first rain."""
FENCE_B = """How much paint does a wooden fence need? Measure its length and height, and take one tin for every ten metres of boards. Old, dry wood drinks more paint than new wood, so buy a tin more than you think.

Wash the boards first. Moss, dust and loose paint keep the new coat from holding. When the wood is dry, sand the rough places and put on a primer, and let it dry for a night.

Now paint the edges with a brush and the boards with a roller, always along the grain. Put on two thin coats rather than one thick coat, and leave six hours between the first and the second. Do not paint in the sun or when it may rain.

Cover your plants with sheets, wear gloves, and clean the brush before the paint dries in it. Keep the rest of the paint in its tin: you will want it for repairs when a board or a post has to be replaced in spring."""
KUCHEN = """Ein Kuchen gelingt, wenn alle Zutaten warm sind. Nehmen Sie Butter und Eier eine Stunde vorher aus dem Kühlschrank und wiegen Sie das Mehl genau ab.

Rühren Sie zuerst Butter und Zucker schaumig, dann kommen die Eier dazu, eines nach dem anderen. Das Mehl wird zum Schluss nur kurz untergehoben, sonst wird der Teig zäh. Der Ofen muss heiß sein, bevor die Form hineinkommt.

Nach vierzig Minuten sollte man mit einem Holzstab prüfen, ob der Teig noch klebt. Lassen Sie den Kuchen in der Form auskühlen, bevor Sie ihn stürzen, und bestreuen Sie ihn erst dann mit Zucker."""
FAHRRAD = """Wer sein Fahrrad im Frühling aus dem Keller holt, sollte sich eine Stunde Zeit nehmen. Zuerst werden die Reifen aufgepumpt und auf Risse geprüft, dann kommt die Kette an die Reihe.

Eine trockene Kette wird mit einem Lappen gereinigt und danach sparsam geölt. Die Bremsen müssen greifen, bevor der Hebel den Lenker berührt, sonst sollte man die Beläge wechseln. Auch die Lampen gehören geprüft.

Zum Schluss werden alle Schrauben nachgezogen. Wer unsicher ist, sollte sein Rad lieber in eine Werkstatt bringen, denn dort dauert die Durchsicht nicht lange und kostet nur wenig."""
STEUER = """Viele Menschen schieben ihre Steuererklärung vor sich her, dabei lohnt sie sich fast immer. Im Durchschnitt gibt es einige hundert Euro zurück, wenn man alle Belege gesammelt hat.

Wichtig sind vor allem die Fahrten zur Arbeit, Fortbildungen und Arbeitsmittel. Wer zu Hause arbeitet, kann einen Teil der Kosten für sein Zimmer angeben. Belege müssen nicht eingereicht, aber aufbewahrt werden.

Die Frist endet im Sommer, und wer sie verpasst, muss mit einem Zuschlag rechnen. Mit einem Programm dauert die Erklärung nur wenige Stunden, und es zeigt auch, wo noch etwas fehlt."""
LITHIUM = """Das Werk soll ab 2028 jährlich 24 Tonnen Lithium gewinnen. 13 Firmen sind beteiligt, 55 Menschen sollen dort arbeiten, 21 davon in der Forschung und 16 im Labor.

Die Kosten werden auf 28 Millionen geschätzt. Der erste Bau begann vor 22 Monaten, die 35 Anlagen stehen auf 19 Flächen."""
STUDY = """The study followed 24 nurses for 13 months. Of these 55 per cent slept better after 21 days, and 28 after 22 days, the authors write. In another 16 the sleep grew worse, in 35 it did not change; 19 left the study.

They warn that such small groups say little, and ask for larger ones."""

FEVER = """A third patient has died of the fever that ticks carry, health officials said on Tuesday. The patient, a farmer in her sixties, had been in hospital for nine days. Officials said that two other people are ill, and that all of them had been in woods near the lake in the last weeks.

They asked people to wear long sleeves, to stay out of high grass, and to look for ticks after a walk. Spraying against the ticks will go on until the first frost, officials said, weather permitting."""
POWER = """The power company said on Tuesday that it would switch off the lines in the hills again, as dry winds are expected until Thursday. Some forty thousand homes will be without power from midnight, most of them for two days, officials said.

It is the fourth time this autumn. Last month a line that fell in a storm is thought to have set fire to a slope, and people who lost their houses have taken the company to court. The company said that it had no choice: the grass is dry, and gusts of up to sixty miles an hour can throw branches on the wires.

Schools will stay closed, and hospitals have been told to make their generators ready. People who need power for their medicine can ask for a room in one of the halls that the county opens. Not everyone is patient. Shops say that they throw away food each time, and that nobody pays them for it."""


BEDS_A = """Four Paws sells raised beds of cedar, pine and steel. Cedar costs most and lasts longest: a bed of it stands for fifteen years in Oregon, where winters are wet. Pine is cheap and rots within five.

A raised bed wants soil of three kinds. Fill the lowest third with branches and leaves, the middle with compost, and the top with garden soil that you have sieved. A bed of eight feet by four takes a yard and a half of it.

Set the bed where it gets six hours of sun. Lay cardboard over the grass before you fill it, and the grass dies of itself. Water the bed in the morning, and mulch it with straw, so that it keeps its water through a hot afternoon.

Carrots, beets and onions want a depth of twelve inches; lettuce is content with six. Tomatoes want a stake. Plant marigolds at the corners, for they keep aphids away, and put a net over cabbages while butterflies are about.

Cedar needs no paint. If you paint pine, paint the outside alone, with a paint that is safe for food. A sheet of plastic between wood and soil keeps pine alive for two more years, and keeps worms out, which you do not want."""
BEDS_B = """Which wood is right for a raised bed? In Oregon most gardeners take cedar. It smells good, takes no paint and greys in a year or two. Larch and oak are as good and harder to find. Never use old railway sleepers, for they hold tar.

Build the frame on a lawn that lies level. Saw four boards, drill the holes, and screw the corners to posts. A child can help with it, and the whole work is done in an afternoon. Staple wire mesh below the frame if moles and voles are your neighbours.

Now fill the bed. Garden centres sell soil by the yard and bring it on a lorry; sacks are dearer, and lighter on your back. Mix in compost, a third of the whole, and some sand where the soil is heavy. After the first winter the soil will have settled, so add another barrow.

Begin with salad, beans and radish. They are ready early, and leave room for pumpkins and courgettes, which hang over the edge. Sow flowers between them for the bees. In autumn clear the bed, dig nothing, and spread leaves over it until the frosts are past.

A cover of glass or fleece makes a cold frame of your bed, and brings the harvest forward. Lift it at noon, or the seedlings will scorch. Whoever has a bad knee builds the frame higher: at the height of a table you garden without kneeling, or from a chair."""
BEDS_TOLD = "A storm broke raised beds in Oregon on Tuesday, growers said. "


def _alone() -> list[Article]:
    texts = {"Fence paint, step by step": FENCE_A, "How to paint a wooden fence": FENCE_B, "Backen ohne Ärger": KUCHEN, "Das Rad im Frühling": FAHRRAD, "Steuern: was sich lohnt": STEUER}  # fmt: skip
    return [
        report(f"s{n}", text, title=title, source=f"Outlet {n}", language="en" if n < 2 else "de")
        for n, (title, text) in enumerate(texts.items())
    ]


def test_two_guides_to_one_thing_are_no_event() -> None:
    """They share many words, and neither a name nor a place nor a day."""
    assert groups(_alone()[:2]) == set()


def _beds(one: str, other: str, *, published: tuple[str | None, str | None] = (None, None)) -> list[Article]:
    texts = {"Raised beds: wood, soil and plants": one, "How to build and fill a raised bed": other}
    return [
        report(f"b{n}", text, title=title, source=f"Outlet {n}", published=day)
        for n, ((title, text), day) in enumerate(zip(texts.items(), published, strict=True))
    ]


def test_two_guides_that_name_one_place_are_no_event() -> None:
    """Neither tells a day on which anything happened; words of the title and a place in common do not make up for it."""
    assert groups(_beds(BEDS_A, BEDS_B)) == set()
    assert groups(_beds(BEDS_A, BEDS_B, published=("2023-02-01", "2026-01-20"))) == set()


def test_two_reports_that_tell_a_day_may_be_as_alike_as_two_guides() -> None:
    assert groups(_beds(BEDS_TOLD + BEDS_A, BEDS_TOLD + BEDS_B)) != set()


def _clue(kind: str, block: str, **told: int) -> DateClue:
    return DateClue(kind, "", (0, 0), block, **told)  # type: ignore[arg-type]


def test_a_day_is_told_by_a_weekday_anywhere_or_a_date_in_the_opening() -> None:
    assert tells_day([_clue("weekday", "p9", weekday=1)], "en")
    assert tells_day([_clue("month_day", "p1", month=5, day=2)], "en")
    assert tells_day([_clue("relative", "p2", offset_days=-1)], "de")
    assert not tells_day([_clue("month_day", "p9", month=5, day=2)], "en")
    assert not tells_day([_clue("relative", "p1", offset_days=0)], "en")
    assert not tells_day([], "pt-BR")


@pytest.mark.parametrize("language", ["und", "ru", "sv"])
def test_where_no_weekday_is_known_an_article_counts_as_telling_one(language: str) -> None:
    assert tells_day([], language)


def test_undated_texts_of_another_language_are_not_held_together_by_its_usual_words() -> None:
    """Few German texts among others: "sollte", "wird" and "Stunde" are rare in the archive, and usual all the same."""
    assert groups(_alone()[2:]) == set()
    assert groups(_alone()) == set()


@pytest.mark.parametrize("published", [None, "2026-11-02"])
def test_small_numbers_in_common_are_no_event(published: str | None) -> None:
    """Two texts in two languages that have nothing but six numbers in common."""
    pair = [
        report("n1", LITHIUM, title="Ein Werk für Lithium", source="Outlet A", language="de", published=published),
        report("n2", STUDY, title="Sleep after night shifts", source="Outlet B", published=published),
    ]  # fmt: skip
    assert groups(pair) == set()


def test_reports_of_one_day_are_held_together_by_more_than_the_day() -> None:
    """Two short reports of one day that a reader could be shown nothing in common of: no name, no place, no word of their titles."""
    pair = [
        report("d1", FEVER, title="Third death of tick fever reported", source="Outlet A", published="2026-11-03"),
        report("d2", POWER, title="Lines go dark again as winds rise", source="Outlet B", published="2026-11-03"),
    ]  # fmt: skip
    assert groups(pair) == set()


def _of_one_day(one: tuple[str, str], other: tuple[str, str]) -> list[Article]:
    return [
        report(f"d{n}", text, title=title, source=f"Outlet {n}", published="2026-11-03")
        for n, (title, text) in enumerate((one, other))
    ]


def test_two_guides_of_one_day_are_no_event() -> None:
    """Neither tells a day on which anything happened, and they name nothing in common; that they were published on one day says little."""
    fence, beds = ("Dry days ahead for gardens", FENCE_A), ("Another dry day for homes", BEDS_A)
    assert groups(_of_one_day(fence, beds)) == set()
    assert groups(_of_one_day((fence[0], BEDS_TOLD + fence[1]), beds)) != set()


def test_two_texts_of_one_day_that_name_nothing_and_share_few_words_are_no_event() -> None:
    """One of them does tell a day, and a word of their titles is the same."""
    fence, power = ("What now comes next in autumn", FENCE_A), ("What comes in winter", POWER)
    assert groups(_of_one_day(fence, power)) == set()
