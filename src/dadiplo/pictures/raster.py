"""SVG to PNG, with letters that are shaped and joined as Arabic and Urdu need it: the module that knows resvg."""

from __future__ import annotations

from dadiplo.errors import UsageError


def png(svg: str, zoom: float = 1.5) -> bytes:
    """Return an SVG document as a PNG image; the fonts of the machine are not used, so that it is the same everywhere.

    Raises:
        UsageError: the extra ``png`` is not installed.

    """
    try:
        import fontpkg_amiri
        import resvg_py
    except ImportError:
        raise UsageError("PNG needs pip install 'dadiplo[png]'; SVG does not") from None
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=zoom,
            skip_system_fonts=True,
            font_dirs=[str(fontpkg_amiri.ROOT / "files")],
            font_family=fontpkg_amiri.FAMILY,
            sans_serif_family=fontpkg_amiri.FAMILY,
            serif_family=fontpkg_amiri.FAMILY,
        )
    )
