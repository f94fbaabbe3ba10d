"""`python -m sample [--out FOLDER]`: write the sample ledgers anew."""

import argparse
from pathlib import Path

from sample.offices import write


def main() -> None:
    """Write every ledger and say how large they are together."""
    parser = argparse.ArgumentParser(
        prog="python -m sample", description="重新生成演示台账（每次生成的内容完全相同）。"
    )
    parser.add_argument(
        "--out", type=Path, default=Path(__file__).parent.parent / "data" / "sample", help="写到哪个文件夹"
    )
    paths = write(parser.parse_args().out)
    size = sum(path.stat().st_size for path in paths) / 2**20
    print(f"已生成 {len(paths)} 份演示台账，共 {size:.1f} MB：{paths[0].parent}")


if __name__ == "__main__":
    main()
