//! A drawing as a file of its own (SVG): light colours, since a picture knows no theme, and nothing but text.

use super::shape::{Drawable, Metrics};

/// Colours of a class: fill, stroke, width of the stroke in tenths, dashes.
type InkLook = (&'static str, &'static str, &'static str, i32, &'static str);

/// How the classes look in a picture; the screen's stand in `style/gantt.css`.
const LOOKS: &[InkLook] = &[
    ("g-shade", "#eef2f5", "none", 0, ""),
    ("g-base", "#8793a0", "none", 0, ""),
    ("g-slack", "none", "#596572", 10, "1 3"),
    ("g-expected", "none", "#44505d", 10, "3 2"),
    ("g-bar", "#e3edf9", "#1c5aa6", 10, ""),
    ("g-bar-over", "#ebeff2", "#76828f", 10, ""),
    ("g-done", "#1c5aa6", "none", 0, ""),
    ("g-hatch", "url(#h)", "none", 0, ""),
    ("g-late", "url(#l)", "#ae2219", 10, ""),
    ("g-edge", "none", "#ae2219", 20, ""),
    ("g-mark", "none", "#44505d", 15, ""),
    ("g-bracket", "none", "#44505d", 20, ""),
    ("g-link", "none", "#76828f", 10, ""),
    ("g-link-critical", "none", "#ae2219", 15, ""),
    ("g-link-broken", "none", "#ae2219", 10, "4 3"),
    ("g-today", "none", "#1a222b", 15, "6 3"),
    ("g-head-line", "none", "#cdd5dd", 10, ""),
    ("g-line", "none", "#cdd5dd", 10, ""),
    ("g-milestone-joined", "none", "#1c5aa6", 30, ""),
    ("g-milestone-first", "#ffffff", "#1c5aa6", 10, ""),
    ("g-milestone", "#1c5aa6", "#1c5aa6", 10, ""),
    ("g-milestone-late", "#ae2219", "#ae2219", 10, ""),
    ("g-milestone-reached", "#17653a", "#17653a", 10, ""),
];

const TEXT: &str = "#1a222b";
const TEXT_BAD: &str = "#ae2219";

/// Text as it stands in a file of tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The highest picture, and the largest one in dots, that browsers make.
const HIGHEST: i32 = 60_000;
const LARGEST: i64 = 230_000_000;

/// How many rows fit into one picture of dots of a width; at least one.
pub fn picture_parts(width: i32, row: i32) -> usize {
    let by_size = LARGEST / i64::from(width.max(1));
    let height = by_size.min(i64::from(HIGHEST)) - 2 * i64::from(row);
    usize::try_from(height / i64::from(row)).unwrap_or(1).max(1)
}

/// Shapes as tags, moved by so much.
pub fn pictured_rows(out: &mut String, shapes: &[Drawable], by: (i32, i32), metrics: &Metrics) {
    for shape in shapes {
        match shape {
            Drawable::Path { d, .. } if d.is_empty() => {}
            Drawable::Path { class, d } => {
                let known = LOOKS.iter().find(|look| look.0 == *class);
                let (_, fill, stroke, width, dashes) =
                    known.copied().unwrap_or(("", "none", TEXT, 10, ""));
                let hair = metrics.hair;
                let stroke_width = f64::from(width * hair) / 10.0;
                let dashes = match dashes {
                    "" => String::new(),
                    dashes => format!(" stroke-dasharray=\"{dashes}\""),
                };
                *out += &format!(
                    "<path transform=\"translate({} {})\" d=\"{d}\" fill=\"{fill}\" stroke=\"{stroke}\" \
                     stroke-width=\"{stroke_width}\"{dashes}/>\n",
                    by.0, by.1
                );
            }
            Drawable::Text { text, .. } if text.is_empty() => {}
            Drawable::Text {
                class,
                x,
                y,
                anchor,
                text,
            } => {
                let fill = if class.ends_with("danger") {
                    TEXT_BAD
                } else {
                    TEXT
                };
                let weight = if class.ends_with("strong") {
                    " font-weight=\"600\""
                } else {
                    ""
                };
                *out += &format!(
                    "<text x=\"{}\" y=\"{}\" text-anchor=\"{}\" fill=\"{fill}\"{weight}>{}</text>\n",
                    x + by.0,
                    y + by.1,
                    anchor.word(),
                    escaped(text)
                );
            }
        }
    }
}

/// A whole picture around its tags, with what a reader hears of it.
pub fn picture(
    title: &str,
    said: &str,
    size: (i32, i32),
    metrics: &Metrics,
    inside: &str,
) -> String {
    let (width, height) = size;
    let letter = metrics.letter;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-size=\"{letter}\" \
         font-family=\"PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif\" role=\"img\">\n\
         <title>{}</title>\n<desc>{}</desc>\n<defs>\
         <pattern id=\"h\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
         <path d=\"M-1 1l2 -2M0 6l6 -6M5 7l2 -2\" stroke=\"#ae2219\"/></pattern>\
         <pattern id=\"l\" width=\"3\" height=\"3\" patternUnits=\"userSpaceOnUse\">\
         <path d=\"M0 0h3v3h-3z\" fill=\"#fbe9e7\"/><path d=\"M1 0v3\" stroke=\"#ae2219\"/></pattern></defs>\n\
         <path d=\"M0 0h{width}v{height}h-{width}z\" fill=\"#ffffff\"/>\n{inside}</svg>\n",
        escaped(title),
        escaped(said)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::gantt::shape::Anchor;

    #[test]
    fn what_people_wrote_stays_text_in_a_picture() {
        let text = Drawable::Text {
            class: "g-label",
            x: 1,
            y: 2,
            anchor: Anchor::Start,
            text: "<script>a & \"b\"".to_owned(),
        };
        let mut out = String::new();
        pictured_rows(&mut out, &[text], (10, 20), &Metrics::screen(32));
        assert!(out.contains("&lt;script&gt;a &amp; &quot;b&quot;") && out.contains("x=\"11\""));
        // A thousand rows at the usual zoom are one picture, and a whole year by the day is several.
        assert!(picture_parts(3_200, 32) >= 1_000);
        assert!(picture_parts(32 * 365, 32) < 1_000);
        let whole = picture("<t>", "d", (100, 50), &Metrics::screen(32), &out);
        assert!(whole.starts_with("<svg") && whole.contains("&lt;t&gt;"));
    }
}
