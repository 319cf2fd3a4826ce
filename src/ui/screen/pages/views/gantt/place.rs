//! A place of the chart: the columns of a line and its row of shapes. Places are made once and moved to other lines.

use super::brush::{Brush, set, svg};
use crate::analysis::standing::schedule::Progress;
use crate::ui::gantt::Drawable;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What a place shows; what is as before is not written again.
#[derive(Clone, PartialEq, Default)]
pub(super) struct PlaceText {
    /// The number of the line.
    pub(super) line: usize,
    pub(super) y: i32,
    /// Mark, number, title, owner, due date and the sentence that a reader hears.
    pub(super) cells: [String; 6],
    pub(super) state: &'static str,
    /// Whether a group is open; nothing for a task.
    pub(super) is_open: Option<bool>,
    pub(super) level: u8,
    pub(super) is_active: bool,
    pub(super) is_selected: bool,
    /// Whether what the pointer holds would be put down here.
    pub(super) is_target: bool,
    /// The record of the task; "" for a heading.
    pub(super) record: String,
    pub(super) is_critical: bool,
    pub(super) is_late: bool,
    /// From where to where the bar lies.
    pub(super) bar: Option<(i32, i32)>,
}

/// The classes of the cells.
const CELLS: [&str; 6] = ["mark", "code", "title", "owner", "due", "said"];

pub(super) struct LinePlace {
    row: HtmlElement,
    cells: Vec<Element>,
    chart: Brush,
    hit: Element,
    /// From where a link is drawn.
    dot: Element,
    text: PlaceText,
    is_shown: bool,
}

impl LinePlace {
    pub(super) fn new(left: &Element, chart: &Element) -> Option<Self> {
        let row: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
        set(&row, "role", "row");
        set(&row, "class", "gantt-row");
        let mut cells = Vec::new();
        for name in CELLS {
            let cell = document().create_element("span").ok()?;
            set(&cell, "role", "gridcell");
            set(&cell, "class", &format!("gantt-cell gantt-{name}"));
            row.append_child(&cell).ok()?;
            cells.push(cell);
        }
        left.append_child(&row).ok()?;
        let chart = Brush::new(chart)?;
        let hit = svg("rect")?;
        set(&hit, "class", "g-hit");
        chart.group().append_child(&hit).ok()?;
        let dot = svg("circle")?;
        set(&dot, "class", "g-dot");
        set(&dot, "r", "4");
        chart.group().append_child(&dot).ok()?;
        Some(Self {
            row,
            cells,
            chart,
            hit,
            dot,
            text: PlaceText {
                line: usize::MAX,
                y: i32::MIN,
                ..PlaceText::default()
            },
            is_shown: true,
        })
    }

    /// Shows a line here.
    pub(super) fn show(&mut self, text: PlaceText, shapes: Vec<Drawable>, row_px: i32) {
        self.chart.draw(shapes);
        let old = &self.text;
        if *old == text && self.is_shown {
            return;
        }
        if old.y != text.y {
            let _ = self
                .row
                .style()
                .set_property("transform", &format!("translateY({}px)", text.y));
            set(
                self.chart.group(),
                "transform",
                &format!("translate(0 {})", text.y),
            );
        }
        for (cell, (now, before)) in self.cells.iter().zip(text.cells.iter().zip(&old.cells)) {
            if now != before {
                cell.set_text_content(Some(now));
            }
        }
        if old.line != text.line {
            set(&self.row, "id", &format!("gantt-row-{}", text.line));
            set(&self.row, "aria-rowindex", &(text.line + 1).to_string());
        }
        if old.record != text.record || !self.is_shown {
            put(&self.row, "data-record", &text.record);
        }
        if old.cells[2] != text.cells[2] {
            set(&self.row, "title", &text.cells[2]);
        }
        set(&self.row, "data-state", text.state);
        put(
            &self.row,
            "data-target",
            if text.is_target { "true" } else { "" },
        );
        set(
            &self.row,
            "data-active",
            if text.is_active { "true" } else { "false" },
        );
        set(
            &self.row,
            "aria-selected",
            if text.is_selected { "true" } else { "false" },
        );
        set(&self.row, "aria-level", &text.level.to_string());
        let open = text
            .is_open
            .map_or("", |is_open| if is_open { "true" } else { "false" });
        put(&self.row, "aria-expanded", open);
        put(
            &self.hit,
            "data-critical",
            if text.is_critical { "true" } else { "" },
        );
        put(
            &self.hit,
            "data-late",
            if text.is_late { "true" } else { "" },
        );
        put(
            &self.hit,
            "data-active",
            if text.is_active { "true" } else { "" },
        );
        let of_bar = text.bar.map_or("", |_| &*text.record);
        put(&self.hit, "data-bar", of_bar);
        let (from, to) = text.bar.unwrap_or((0, 0));
        set(&self.hit, "x", &from.to_string());
        set(&self.hit, "width", &(to - from).max(0).to_string());
        set(&self.hit, "y", "2");
        set(&self.hit, "height", &(row_px - 6).to_string());
        put(&self.dot, "data-link", of_bar);
        set(&self.dot, "cx", &(to + 6).to_string());
        set(&self.dot, "cy", &(row_px / 2).to_string());
        if !self.is_shown {
            let _ = self.row.style().remove_property("display");
            let _ = self.chart.group().remove_attribute("display");
            self.is_shown = true;
        }
        self.text = text;
    }

    /// Shows nothing here.
    pub(super) fn hide(&mut self) {
        if self.is_shown {
            let _ = self.row.style().set_property("display", "none");
            let _ = self.row.remove_attribute("id");
            let _ = self.hit.remove_attribute("data-bar");
            let _ = self.dot.remove_attribute("data-link");
            set(self.chart.group(), "display", "none");
            self.is_shown = false;
            self.text.line = usize::MAX;
        }
    }
}

/// Sets an attribute, or takes it away where it says nothing.
fn put(element: &Element, name: &str, value: &str) {
    match value {
        "" => drop(element.remove_attribute(name)),
        value => set(element, name, value),
    }
}

/// The sign before a task and the word for its look.
pub(super) fn mark(
    progress: Progress,
    is_in_review: bool,
    is_late: bool,
) -> (&'static str, &'static str) {
    match progress {
        Progress::Done => ("✓", "done"),
        Progress::Cancelled => ("–", "cancelled"),
        Progress::Blocked => ("■", "held"),
        _ if is_late => ("!", "late"),
        _ if is_in_review => ("◆", "review"),
        Progress::Started => ("◐", "doing"),
        Progress::Open => ("○", "todo"),
    }
}
