//! What stands at the head and at the foot of every page: whose plan it is, as of when, what its looks mean.

use super::paper::{PaperPage, PaperWish};
use super::shape::{Anchor, Drawable, rect, text_width};
use super::sheet::{SheetLook, fitted};
use crate::ui::texts;

/// What stands at the head and the foot of the pages.
#[derive(Debug, Clone, Copy)]
pub struct PaperWords<'a> {
    pub title: &'a str,
    pub project: &'a str,
    pub as_of: &'a str,
}

/// A page that says something in place of a plan.
pub fn note_page(wish: PaperWish, said: String) -> PaperPage {
    let note = text("g-label-strong", 0, Anchor::Start, 45, said);
    PaperPage {
        size: wish.size,
        parts: vec![((0, 0), vec![note])],
    }
}

fn text(class: &'static str, x: i32, anchor: Anchor, y: i32, text: String) -> Drawable {
    Drawable::Text {
        class,
        x,
        y,
        anchor,
        text,
    }
}

/// 跨部门协作计划表 · 甘特图 「A1 台灯上市」 数据截至 … 任务 1-30 / 30
pub(super) fn head(
    look: &SheetLook<'_>,
    said: PaperWords<'_>,
    of: (usize, usize, usize),
    width: i32,
) -> Vec<Drawable> {
    let (from, to, n) = (of.0.to_string(), of.1.to_string(), of.2.to_string());
    let places = [("from", &*from), ("to", &*to), ("n", &*n)];
    let right = format!(
        "{}   {}",
        said.as_of,
        texts::fill(texts::gantt::TASKS_OF, look.lang, &places)
    );
    let letter = look.metrics.letter;
    let room = width - text_width(&right, letter) - 60;
    let title = texts::fill(
        texts::gantt::PRINT_TITLE,
        look.lang,
        &[("title", said.title)],
    );
    let title = fitted(&format!("{title}   {}", said.project), room, letter);
    vec![
        text("g-label-strong", 0, Anchor::Start, 45, title),
        text("g-label", width, Anchor::End, 45, right),
    ]
}

/// The looks of what is drawn and what they mean, on paper and under the chart.
pub const LOOKS: [(&str, crate::model::template::Label); 7] = [
    ("g-done", texts::gantt::L_DONE),
    ("g-bar", texts::gantt::L_OPEN),
    ("g-hatch", texts::gantt::L_CRITICAL),
    ("g-late", texts::gantt::L_LATE),
    ("g-expected", texts::gantt::L_EXPECTED),
    ("g-base", texts::gantt::L_ORIGINAL),
    ("g-slack", texts::gantt::L_SLACK),
];

/// What the looks mean, and which page it is.
pub(super) fn foot(
    look: &SheetLook<'_>,
    (number, count): (usize, usize),
    width: i32,
) -> Vec<Drawable> {
    let (n, m) = (number.to_string(), count.to_string());
    let page = texts::fill(texts::gantt::PAGE_OF, look.lang, &[("n", &n), ("m", &m)]);
    let mut all = vec![text("g-label", width, Anchor::End, -12, page)];
    let mut x = 0;
    for (class, label) in LOOKS {
        let label = label.text(look.lang);
        let d = match class {
            "g-base" => rect(x, -22, 70, 6),
            "g-slack" => super::shape::ticked(x, x + 70, -19, 10),
            _ => rect(x, -32, 70, 24),
        };
        all.push(Drawable::path(class, d));
        all.push(text(
            "g-label",
            x + 84,
            Anchor::Start,
            -12,
            label.to_owned(),
        ));
        x += 84 + text_width(label, look.metrics.letter) + 50;
    }
    all
}
