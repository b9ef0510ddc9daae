"""Runs every notebook from a clean kernel and fails with the first cell that fails.

Copies with outputs and the plots as PNG go to a folder; the notebooks themselves stay as they are.
"""

import argparse
import base64
import csv
import pathlib
import re
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

HERE = pathlib.Path(__file__).resolve().parent


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--into", help="folder for the executed copies and plots")
    options.add_argument("--strip", action="store_true", help="take the outputs out of the notebooks, run nothing")
    options.add_argument("notebooks", nargs="*", help="default: all")
    chosen = options.parse_args()
    paths = [pathlib.Path(name) for name in chosen.notebooks] or sorted(HERE.glob("*.ipynb"))
    if chosen.strip:
        for path in paths:
            strip(path)
        return 0
    check_sizes()
    into = pathlib.Path(chosen.into)
    into.mkdir(parents=True, exist_ok=True)
    passed = 0
    for path in paths:
        if not run(path, into):
            print(f"notebooks: {passed} passed, 1 failed")
            return 1
        passed += 1
    print(f"notebooks: {passed} passed, 0 failed")
    return 0


def run(path, into):
    notebook = nbformat.read(path, as_version=4)
    if any(cell.get("outputs") or cell.get("execution_count") for cell in notebook.cells):
        print(f"notebooks: {path.name} holds outputs; notebooks/run --strip takes them out", file=sys.stderr)
        return False
    started = time.monotonic()
    client = NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(HERE)}}
    )
    try:
        client.execute()
    except CellExecutionError as error:
        print(f"notebooks: {path.name} fails:\n{plain(error)}", file=sys.stderr)
        return False
    finally:
        nbformat.write(notebook, into / path.name)
    plots = write_plots(notebook, into, path.stem)
    print(f"notebooks: {path.name} ran in {time.monotonic() - started:.1f} s, {plots} plots")
    return True


def plain(error):
    """The failing cell and its traceback without terminal colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", str(error))


def write_plots(notebook, into, name):
    count = 0
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            image = output.get("data", {}).get("image/png")
            if image:
                count += 1
                (into / f"{name}-{count}.png").write_bytes(base64.b64decode(image))
    return count


def strip(path):
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    nbformat.write(notebook, path)


def check_sizes():
    """The notebooks' copy of Fargate's sizes is the models' one."""
    table = HERE.parent / "models/src/main/resources/ecsadvisor/models/price/fargate-sizes.csv"
    if not table.exists():
        return
    sys.path.insert(0, str(HERE))
    import outputs

    with table.open(newline="") as file:
        sizes = sorted((int(row["cpu_units"]), int(row["memory_mib"])) for row in csv.DictReader(file))
    assert outputs.fargate_sizes() == sizes, "outputs.fargate_sizes() is not models' fargate-sizes.csv"


if __name__ == "__main__":
    sys.exit(main())
