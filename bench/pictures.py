"""How fast are pictures converted, and in how much memory? `python -m bench.pictures`, on a made photograph."""

import json
import statistics
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageChops

from app.images import convert
from app.models import Screen

SIZE = (4000, 3000)
ROUNDS = 9
MAX_PIXELS = 25_000_000
SCREENS = {
    "1 bit, Floyd-Steinberg": Screen(512, 342, "GIF", "mono", "floyd"),
    "1 bit, Atkinson": Screen(512, 342, "GIF", "mono", "atkinson"),
    "1 bit, ordered": Screen(512, 342, "GIF", "mono", "ordered"),
    "MacPaint, Atkinson": Screen(576, 720, "MACPAINT", "mono", "atkinson"),
    "4 greys": Screen(640, 480, "GIF", "grey4"),
    "16 colours": Screen(640, 480, "GIF", "colour16"),
    "256 colours": Screen(640, 480, "GIF", "colour256"),
    "JPEG": Screen(640, 480, "JPEG"),
    "PICT, true colour": Screen(640, 480, "PICT"),
    "a tile in 1 bit": Screen(512, 342, "GIF", "mono", "floyd", column=3, row=3),
}


def main() -> None:
    """Print for each screen the median time, pictures a second, and what a fresh process needs in memory."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "photograph.jpg"
        path.write_bytes(photograph())
        print(f"a JPEG of {SIZE[0]} x {SIZE[1]} pixels, {path.stat().st_size / 1e6:.1f} MB, {ROUNDS} rounds")
        for name, screen in SCREENS.items():
            seconds, size = timed(path.read_bytes(), screen)
            peak = peak_in_process(path, name)
            print(f"{name:24} {seconds * 1000:5.0f} ms {1 / seconds:6.1f}/s {peak:6.1f} MB peak {size / 1000:7.1f} KB")


def photograph() -> bytes:
    """Return a JPEG like one of a camera: soft light and shade, under grain."""
    across, down = (Image.linear_gradient("L").rotate(turn).resize(SIZE) for turn in (0, 90))
    light = Image.radial_gradient("L").resize(SIZE)
    grain = Image.effect_noise(SIZE, 24)
    shades = (ImageChops.add(each, grain, 1, -128) for each in (across, down, light))
    Image.merge("RGB", tuple(shades)).save(out := BytesIO(), "JPEG", quality=88)
    return out.getvalue()


def timed(body: bytes, screen: Screen) -> tuple[float, int]:
    """Return the median seconds of a conversion, and the bytes of its result."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        made = convert(body, screen, MAX_PIXELS)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds), len(made.body)


def peak_in_process(path: Path, name: str) -> float:
    """Return the megabytes that one conversion adds, in a process of its own, to what it had with the source read."""
    command = [sys.executable, "-m", "bench.pictures", str(path), name]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return float(json.loads(done.stdout))


def peak(path: Path, name: str) -> float:
    """Return the megabytes that a conversion adds to the most that this process has had so far."""
    body = path.read_bytes()
    before = most_memory()
    convert(body, SCREENS[name], MAX_PIXELS)
    return (most_memory() - before) / 1000


def most_memory() -> int:
    """Return the most kilobytes that this program has had; `getrusage` would count those of its parent before exec."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(status["VmHWM"].split()[0])


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps(peak(Path(sys.argv[1]), sys.argv[2])))
    else:
        main()
