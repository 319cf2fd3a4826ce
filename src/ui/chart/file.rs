//! A chart as a file: one SVG with its title, its finding, its legend and its day in it, in the colours of the light.

use super::picture::{ChartShape, Picture};
use super::{FinishedChart, Legend};
use std::fmt::Write as _;

/// Around the chart, in pixels.
const PAD: i64 = 16;
/// A line of letters.
const LINE: i64 = 20;
/// Letters that fit into a line, in pixels, for the finding.
const FONTS: &str = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',system-ui,sans-serif";

/// What stands under a picture in a file: the project, and when it was drawn.
pub struct Imprint {
    pub project: String,
    pub as_of: String,
}

/// The file of a chart, and how large it is.
pub fn svg_file(chart: &FinishedChart, imprint: &Imprint) -> (String, i64, i64) {
    let width = chart.picture.width + 2 * PAD;
    let finding = in_lines(&chart.finding, chart.picture.width);
    let legends = legend_lines(&chart.legend, chart.picture.width);
    let top = PAD + LINE + LINE * count(finding.len()) + PAD / 2;
    let under = top + chart.picture.height + PAD / 2;
    let height = under + LINE * count(legends.len() + chart.notes.len() + 1) + PAD / 2;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"{FONTS}\" font-size=\"12\">\
         <title>{}</title><desc>{}</desc><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
        escaped(&chart.title),
        escaped(&chart.finding),
    );
    let mut y = PAD + 12;
    line(&mut out, y, "#1a222b", true, &chart.title);
    for text in finding {
        y += LINE;
        line(&mut out, y, "#44505d", false, &text);
    }
    placed(&mut out, &chart.picture, PAD, top);
    y = under + 12;
    for legends in legends {
        for (x, legend) in legends {
            placed(&mut out, &legend.mark, PAD + x, y - 10);
            let at = PAD + x + legend.mark.width + 6;
            let _ = write!(
                out,
                "<text x=\"{at}\" y=\"{y}\" fill=\"#44505d\">{}</text>",
                escaped(&legend.text)
            );
        }
        y += LINE;
    }
    for note in &chart.notes {
        line(&mut out, y, "#44505d", false, note);
        y += LINE;
    }
    let imprint = [&*imprint.project, &*imprint.as_of].join(" · ");
    line(&mut out, y, "#596572", false, &imprint);
    out.push_str("</svg>");
    (out, width, height)
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(0)
}

fn line(out: &mut String, y: i64, colour: &str, is_strong: bool, text: &str) {
    let weight = if is_strong {
        " font-weight=\"600\""
    } else {
        ""
    };
    let text = escaped(text);
    let _ = write!(
        out,
        "<text x=\"{PAD}\" y=\"{y}\" fill=\"{colour}\"{weight}>{text}</text>"
    );
}

fn placed(out: &mut String, picture: &Picture, x: i64, y: i64) {
    let _ = write!(out, "<g transform=\"translate({x} {y})\">");
    for shape in &picture.shapes {
        match shape {
            ChartShape::Path(way, ink) => {
                let (fill, stroke) = (ink.fill.light(), ink.stroke.light());
                let (width, dash) = (ink.width, ink.dash);
                let dash = match dash {
                    "" => String::new(),
                    dash => format!(" stroke-dasharray=\"{dash}\""),
                };
                let _ = write!(
                    out,
                    "<path d=\"{way}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{width}\"{dash}/>"
                );
            }
            ChartShape::ChartWord(word) => {
                let weight = if word.is_strong {
                    " font-weight=\"600\""
                } else {
                    ""
                };
                let _ = write!(
                    out,
                    "<text x=\"{}\" y=\"{}\" text-anchor=\"{}\" fill=\"{}\"{weight}>{}</text>",
                    word.x,
                    word.y,
                    word.anchor.name(),
                    word.tone.light(),
                    escaped(&word.text),
                );
            }
        }
    }
    out.push_str("</g>");
}

/// A text in lines of so many pixels: between any two letters of Chinese, else between words.
fn in_lines(text: &str, width: i64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_inclusive(|c: char| c == ' ' || !c.is_ascii()) {
        let last = lines.len() - 1;
        let line = &mut lines[last];
        if !line.is_empty()
            && super::picture::width_of(line) + super::picture::width_of(word) > width
        {
            lines.push(word.to_owned());
        } else {
            line.push_str(word);
        }
    }
    lines
}

/// The legend in lines of so many pixels, each entry with its place.
fn legend_lines(legend: &[Legend], width: i64) -> Vec<Vec<(i64, &Legend)>> {
    let mut lines: Vec<Vec<(i64, &Legend)>> = Vec::new();
    let mut x = width;
    for one in legend {
        let wide = one.mark.width + 6 + super::picture::width_of(&one.text) + PAD;
        if x + wide > width {
            lines.push(Vec::new());
            x = 0;
        }
        if let Some(line) = lines.last_mut() {
            line.push((x, one));
        }
        x += wide;
    }
    lines
}

/// A text inside of markup.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            // What XML takes for no character at all would break the whole file.
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
