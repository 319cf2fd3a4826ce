//! Draws shapes with elements that are kept: what stays the same is not touched.

use crate::ui::gantt::Drawable;
use leptos::prelude::document;
use web_sys::Element;

const SVG: &str = "http://www.w3.org/2000/svg";

/// A fresh element of a drawing.
pub(super) fn svg(name: &str) -> Option<Element> {
    document().create_element_ns(Some(SVG), name).ok()
}

/// A drawing beside what a reader hears, in an element; without size of its own.
pub(super) fn drawing(parent: &Element, class: &str) -> Option<Element> {
    let made = svg("svg")?;
    set(&made, "class", class);
    set(&made, "aria-hidden", "true");
    parent.append_child(&made).ok()?;
    Some(made)
}

/// Sets an attribute.
pub(super) fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// A group of a drawing and the elements in it.
pub(super) struct Brush {
    group: Element,
    nodes: Vec<Element>,
    drawn: Vec<Drawable>,
    /// On paper hatches are wider.
    is_paper: bool,
}

impl Brush {
    /// In an element of a drawing.
    pub(super) fn new(parent: &Element) -> Option<Self> {
        let group = svg("g")?;
        parent.append_child(&group).ok()?;
        Some(Self {
            group,
            nodes: Vec::new(),
            drawn: Vec::new(),
            is_paper: false,
        })
    }

    /// The same in the units of paper.
    pub(super) fn on_paper(parent: &Element) -> Option<Self> {
        let brush = Self::new(parent)?;
        Some(Self {
            is_paper: true,
            ..brush
        })
    }

    /// The group itself.
    pub(super) fn group(&self) -> &Element {
        &self.group
    }

    /// Draws these shapes, and no others.
    pub(super) fn draw(&mut self, shapes: Vec<Drawable>) {
        let drawn = std::mem::take(&mut self.drawn);
        for (at, shape) in shapes.iter().enumerate() {
            let before = drawn.get(at);
            if before == Some(shape) {
                continue;
            }
            let is_text = matches!(shape, Drawable::Text { .. });
            let was_text = before.map(|before| matches!(before, Drawable::Text { .. }));
            if was_text != Some(is_text) {
                self.renew(at, is_text);
            }
            if let Some(node) = self.nodes.get(at) {
                write(
                    node,
                    before.filter(|_| was_text == Some(is_text)),
                    shape,
                    self.is_paper,
                );
            }
        }
        for node in self.nodes.drain(shapes.len().min(self.nodes.len())..) {
            node.remove();
        }
        self.drawn = shapes;
    }

    fn renew(&mut self, at: usize, is_text: bool) {
        let Some(node) = svg(if is_text { "text" } else { "path" }) else {
            return;
        };
        match self.nodes.get_mut(at) {
            Some(old) => {
                let _ = old.replace_with_with_node_1(&node);
                *old = node;
            }
            None => {
                let _ = self.group.append_child(&node);
                self.nodes.push(node);
            }
        }
    }
}

fn write(node: &Element, before: Option<&Drawable>, shape: &Drawable, is_paper: bool) {
    match (before, shape) {
        (Some(Drawable::Path { class: old, .. }), Drawable::Path { class, d }) => {
            if old != class {
                dress(node, class, is_paper);
            }
            set(node, "d", d);
        }
        (_, Drawable::Path { class, d }) => {
            dress(node, class, is_paper);
            set(node, "d", d);
        }
        (
            _,
            Drawable::Text {
                class,
                x,
                y,
                anchor,
                text,
            },
        ) => {
            dress(node, class, is_paper);
            set(node, "x", &x.to_string());
            set(node, "y", &y.to_string());
            set(node, "text-anchor", anchor.word());
            node.set_text_content(Some(text));
        }
    }
}

/// The class, and the pattern that fills it: a pattern is found by the page's own address alone.
fn dress(node: &Element, class: &str, is_paper: bool) {
    set(node, "class", class);
    let fill = match (class, is_paper) {
        ("g-hatch", false) => "url(#gantt-hatch)",
        ("g-hatch", true) => "url(#gantt-hatch-paper)",
        ("g-late", false) => "url(#gantt-late)",
        ("g-late", true) => "url(#gantt-late-paper)",
        _ => return,
    };
    set(node, "fill", fill);
}

/// The patterns that hatch what is critical and what is late.
pub(super) fn patterns(parent: &Element) -> Option<()> {
    let defs = svg("defs")?;
    let hatch = ("6", "M-1 1l2 -2M0 6l6 -6M5 7l2 -2", "g-hatch-line");
    let late = ("3", "M1.5 0v3", "g-late-line");
    let all = [
        ("gantt-hatch", hatch, "1"),
        ("gantt-late", late, "1"),
        ("gantt-hatch-paper", hatch, "2.5"),
        ("gantt-late-paper", late, "3"),
    ];
    for (id, (size, d, class), scale) in all {
        let pattern = svg("pattern")?;
        set(&pattern, "id", id);
        set(&pattern, "width", size);
        set(&pattern, "height", size);
        set(&pattern, "patternUnits", "userSpaceOnUse");
        set(&pattern, "patternTransform", &format!("scale({scale})"));
        let line = svg("path")?;
        set(&line, "d", d);
        set(&line, "class", class);
        pattern.append_child(&line).ok()?;
        defs.append_child(&pattern).ok()?;
    }
    parent.append_child(&defs).ok()?;
    Some(())
}
