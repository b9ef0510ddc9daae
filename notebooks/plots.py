"""How the notebooks draw: colours that colour-blind readers tell apart, and a hatch or marker beside every colour."""

import matplotlib.pyplot as pyplot
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.ticker import FuncFormatter

BLUE, ORANGE, GREEN, RED, PURPLE, SKY, YELLOW, GREY = (
    "#0072B2 #E69F00 #009E73 #D55E00 #CC79A7 #56B4E9 #F0E442 #8C8C8C".split()
)
COLOURS = [BLUE, ORANGE, GREEN, RED, PURPLE, SKY, YELLOW, GREY]
HATCHES = ["", "//", "..", "\\\\", "xx", "++", "oo", "--"]
LINES = ["-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)), (0, (8, 2))]
MARKERS = ["o", "s", "^", "D", "v", "P", "X"]

pyplot.rcParams.update(
    {
        "figure.figsize": (10, 4.5),
        "figure.dpi": 100,
        "figure.constrained_layout.use": True,
        "font.size": 10,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.titlelocation": "left",
        "axes.titleweight": "bold",
        "hatch.linewidth": 0.6,
        "legend.frameon": False,
    }
)


def bar_style(index):
    """Colour and hatch of the n-th kind of bar."""
    return {
        "color": COLOURS[index % len(COLOURS)],
        "hatch": HATCHES[(index + 3 * (index // len(COLOURS))) % len(HATCHES)],
        "edgecolor": "white",
        "linewidth": 0.5,
    }


def line_style(index):
    """Colour, dashes and marker of the n-th line."""
    return {
        "color": COLOURS[index % len(COLOURS)],
        "linestyle": LINES[index % len(LINES)],
        "marker": MARKERS[index % len(MARKERS)],
        "markersize": 4,
    }


def thousands(axis):
    """Whole amounts with separators along an axis."""
    axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))


def percent(axis):
    """Shares as percent along an axis."""
    axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:.0%}"))


def dates(axis):
    """Days along an axis, without repeating the year."""
    locator = AutoDateLocator()
    axis.set_major_locator(locator)
    axis.set_major_formatter(ConciseDateFormatter(locator))


def table_cells(axes, frame, write):
    """A heat map with a text in every cell; returns the picture for a colour bar."""
    picture = axes.imshow(frame, cmap="Blues", aspect="auto", vmin=0)
    for row, values in enumerate(frame.to_numpy()):
        for column, value in enumerate(values):
            colour = "white" if value > 0.6 * picture.norm.vmax else "black"
            axes.text(column, row, write(row, column), ha="center", va="center", color=colour, fontsize=8)
    axes.set_xticks(range(frame.shape[1]), frame.columns, rotation=30, ha="right")
    axes.set_yticks(range(frame.shape[0]), frame.index)
    axes.spines[:].set_visible(False)
    return picture


def stacked_bars(axes, frame, horizontal=False):
    """A stack per row of the frame, a colour and hatch per column."""
    base = [0.0] * len(frame)
    for index, column in enumerate(frame.columns):
        draw = axes.barh if horizontal else axes.bar
        offset = {"left": base} if horizontal else {"bottom": base}
        draw([str(label) for label in frame.index], frame[column], label=column, **offset, **bar_style(index))
        base = [below + value for below, value in zip(base, frame[column])]
    if horizontal:
        axes.invert_yaxis()
    if horizontal:
        axes.legend(loc="lower right")
    else:
        axes.legend(loc="center left", bbox_to_anchor=(1, 0.5))


def end_labels(axes, frame):
    """The name of each column at the end of its line, apart where lines end together."""
    low, high = axes.get_ylim()
    step = (high - low) / 22
    last = None
    for name, value in frame.iloc[-1].sort_values().items():
        height = value if last is None else max(value, last + step)
        axes.annotate(f" {name}", (frame.index[-1], height), va="center", annotation_clip=False)
        last = height
