//! What a list to choose from offers. A long one is made when somebody goes to it and taken away when they leave:
//! every line of a page has lists, and each of them names everybody.

use crate::model::RecordId;
use crate::model::template::Label;
use crate::state::Session;
use crate::ui::screen::base::context::{Ui, ui};
use leptos::html;
use leptos::prelude::*;

use std::rc::Rc;
use web_sys::HtmlSelectElement;

/// So many stand from the beginning in a list that a page has once.
pub(in crate::ui) const FEW: usize = 100;

/// Keys, and what they are called.
pub(in crate::ui) type Choices = Vec<(String, String)>;

type Kinds = &'static [&'static str];

/// The records of some kinds, read once for all the lists that offer them.
pub(in crate::ui) fn candidates(ui: Ui, session: Session, kinds: Kinds) -> Memo<Vec<RecordId>> {
    let key = (session.project(), kinds);
    let known = ui.candidates.with_value(|all| {
        let mut all = all.iter();
        all.find(|(of, _)| *of == key).map(|(_, memo)| *memo)
    });
    known.unwrap_or_else(|| {
        let read = move || kinds.iter().flat_map(|kind| session.rows(kind)).collect();
        let owner = ui.owner.with_value(Clone::clone);
        let memo = owner.with(|| Memo::new(move |_| read()));
        ui.candidates.update_value(|all| all.push((key, memo)));
        memo
    })
}

/// What a key is called.
type Called = Box<dyn Fn(&str) -> Option<String>>;

/// A list to choose from.
pub(in crate::ui) struct Offer {
    /// What is chosen; "" for nothing.
    pub(in crate::ui) value: Signal<String>,
    /// What stands first, for choosing nothing.
    pub(in crate::ui) nothing: Label,
    /// Whether all of them stand there from the beginning.
    pub(in crate::ui) is_short: Box<dyn Fn() -> bool>,
    pub(in crate::ui) all: Box<dyn Fn() -> Choices>,
    /// What the chosen one is called; nothing where it is none of them and need not be shown.
    pub(in crate::ui) called: Called,
}

/// The element of a list to choose from, to which what it offers is brought.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Offered {
    pub(in crate::ui) element: NodeRef<html::Select>,
    draw: StoredValue<Rc<dyn Fn()>, LocalStorage>,
    is_open: RwSignal<bool>,
}

impl Offered {
    /// Follows what is chosen and what there is to choose from.
    pub(in crate::ui) fn new(offer: Offer) -> Self {
        let element = NodeRef::<html::Select>::new();
        let is_open = RwSignal::new(false);
        let ui = ui();
        let drawn = StoredValue::new_local(Choices::new());
        let draw = move || {
            if let Some(select) = element.get() {
                let value = offer.value.get();
                let choices = choices(ui, &offer, &value, is_open.get());
                if drawn.with_value(|drawn| *drawn != choices) {
                    fill(&select, &choices);
                    drawn.set_value(choices);
                }
                select.set_value(&value);
            }
        };
        let draw: Rc<dyn Fn()> = Rc::new(draw);
        let follow = Rc::clone(&draw);
        Effect::new(move |_| follow());
        let draw = StoredValue::new_local(draw);
        Self {
            element,
            draw,
            is_open,
        }
    }

    /// Somebody goes to it: all of it is there at once, before the browser opens it.
    pub(in crate::ui) fn open(self) {
        if self.is_open.try_get_untracked() == Some(false) {
            self.is_open.set(true);
            untrack(|| self.draw.with_value(|draw| draw()));
        }
    }

    /// Somebody leaves it.
    pub(in crate::ui) fn close(self) {
        // A control that went away still hears that it lost the focus.
        let _ = self.is_open.try_set(false);
    }
}

fn choices(ui: Ui, offer: &Offer, value: &str, is_open: bool) -> Choices {
    let mut all = vec![(String::new(), ui.text(offer.nothing).to_owned())];
    if is_open || (offer.is_short)() {
        all.extend((offer.all)());
    }
    if all.iter().all(|(key, _)| key != value)
        && let Some(called) = (offer.called)(value)
    {
        all.insert(1, (value.to_owned(), called));
    }
    all
}

fn fill(select: &HtmlSelectElement, choices: &Choices) {
    select.set_text_content(None);
    for (key, called) in choices {
        if let Ok(option) = document().create_element("option") {
            let _ = option.set_attribute("value", key);
            option.set_text_content(Some(called));
            let _ = select.append_child(&option);
        }
    }
}
