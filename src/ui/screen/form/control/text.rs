//! The one text control. It owns composition: nothing is written while an IME composes, nothing is written back
//! under the caret, and one visit to a field is one step of undo.

use super::give_up;
use super::huge::{Shut, is_huge};
use super::text_box::{TextBox, letters, visit_area};
use crate::analysis::words::typed::shown;
use crate::model::Value;
use crate::model::template::{Field, FieldType};
use crate::state::FieldHandle;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::dom::Pause;
use crate::ui::screen::base::life;
use crate::ui::screen::base::pieces::on;
use crate::ui::screen::base::port::ZONE;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{CompositionEvent, Event, FocusEvent, KeyboardEvent};

/// Milliseconds without a key press after which letters are written.
const PAUSE_MS: i32 = 600;
/// Characters beyond which one paragraph wraps instead of running out of its box.
const ONE_LINE: usize = 100;

/// What the control is doing; shared by its handlers.
#[derive(Clone)]
struct TypingState {
    ui: Ui,
    handle: FieldHandle,
    field: &'static Field,
    /// The letters while somebody types them.
    draft: RwSignal<Option<String>>,
    pause: Pause,
    composing: Rc<Cell<bool>>,
    focused: Rc<Cell<bool>>,
    unwritten: Rc<Cell<bool>>,
    text: Rc<RefCell<String>>,
    /// A control that went away still hears that it lost the focus.
    gone: Rc<Cell<bool>>,
}

impl TypingState {
    fn new(handle: FieldHandle, field: &'static Field, draft: RwSignal<Option<String>>) -> Self {
        let (composing, focused, unwritten, text, gone) = Default::default();
        Self {
            ui: ui(),
            handle,
            field,
            draft,
            pause: Pause::default(),
            composing,
            focused,
            unwritten,
            text,
            gone,
        }
    }

    fn begin(&self) {
        self.focused.set(true);
        self.handle.begin();
    }

    fn typed(&self, letters: TextBox) {
        if self.gone.get() {
            return;
        }
        self.handle.begin();
        self.mark(true);
        let text = letters.get();
        self.draft.set(Some(text.clone()));
        *self.text.borrow_mut() = text;
        if !self.composing.get() {
            let own = self.clone();
            self.pause.start(PAUSE_MS, move || own.write());
        }
    }

    fn write(&self) {
        self.pause.stop();
        if self.unwritten.get() && !self.composing.get() {
            self.handle.write_typed(self.field, &self.text.borrow());
            self.mark(false);
        }
    }

    /// Tells the save state that letters are not yet written.
    fn mark(&self, unwritten: bool) {
        if self.unwritten.replace(unwritten) != unwritten {
            self.ui.draft(unwritten);
        }
    }

    fn leave(&self, letters: &TextBox) {
        if self.gone.get() {
            return;
        }
        self.composing.set(false);
        self.write();
        self.focused.set(false);
        self.draft.set(None);
        self.handle.end();
        self.show(letters);
    }

    fn show(&self, letters: &TextBox) {
        letters.set(&shown(
            self.field.field_type,
            &untrack(|| self.handle.value()),
            ZONE,
        ));
    }

    /// Shows what stands after something was taken back, also under the caret, which goes on from there.
    fn show_back(&self, letters: &TextBox) {
        if !self.composing.get() && !self.unwritten.get() {
            self.show(letters);
        }
        if self.focused.get() {
            self.handle.begin();
        }
    }

    fn key(&self, event: &KeyboardEvent, letters: &TextBox, one_line: bool) {
        if self.composing.get() || event.is_composing() || event.key_code() == 229 {
            return;
        }
        match event.key().to_ascii_lowercase().as_str() {
            "enter" if one_line => {
                if letters.0.tag_name() == "TEXTAREA" {
                    event.prevent_default();
                }
                self.write();
            }
            "escape" => {
                self.pause.stop();
                self.mark(false);
                give_up(self.ui, self.handle);
                self.show(letters);
            }
            _ => {}
        }
    }
}

/// Letters in one line or in several, as the field is declared; numbers too.
#[component]
pub(in crate::ui) fn TextControl(
    handle: FieldHandle,
    field: &'static Field,
    typed: RwSignal<Option<String>>,
) -> impl IntoView {
    let is_shut = RwSignal::new(is_huge(&untrack(|| handle.value())));
    if is_shut.get_untracked() {
        return view! { <Shut handle field typed is_shut/> }.into_any();
    }
    letters_control(handle, field, typed)
}

pub(super) fn letters_control(
    handle: FieldHandle,
    field: &'static Field,
    typed: RwSignal<Option<String>>,
) -> AnyView {
    let visit = TypingState::new(handle, field, typed);
    match field.field_type {
        FieldType::LongText(_) => view! { <LongText visit field one_line=false/> }.into_any(),
        FieldType::Text(max) if max > ONE_LINE => {
            view! { <LongText visit field one_line=true/> }.into_any()
        }
        _ => view! { <OneLine visit field hint=""/> }.into_any(),
    }
}

/// The text control of a date: letters like any other.
#[component]
pub(in crate::ui) fn PlainText(
    handle: FieldHandle,
    field: &'static Field,
    typed: RwSignal<Option<String>>,
    hint: &'static str,
) -> impl IntoView {
    view! { <OneLine visit=TypingState::new(handle, field, typed) field hint/> }
}

#[component]
fn OneLine(visit: TypingState, field: &'static Field, hint: &'static str) -> impl IntoView {
    let ui = visit.ui;
    let element = NodeRef::<leptos::html::Input>::new();
    follow(visit.clone(), move || {
        element.get().map(|input| TextBox(input.into()))
    });
    let numeric = matches!(
        field.field_type,
        FieldType::Int(..) | FieldType::Decimal | FieldType::Money
    );
    let [focus, input, start, end, key, blur] = std::array::from_fn(|_| visit.clone());
    view! {
        <input type="text" autocomplete="off" node_ref=element class="letters" data-field=field.key
            data-numeric=numeric.to_string() placeholder=hint aria-label=ui.t(field.label)
            on:focus=on(move |_: FocusEvent| focus.begin())
            on:input=on(move |event: Event| { if let Some(letters) = letters(&event) { input.typed(letters); } })
            on:compositionstart=on(move |_: CompositionEvent| { start.composing.set(true); start.mark(true); })
            on:compositionend=on(move |event: CompositionEvent| {
                end.composing.set(false);
                if let Some(letters) = letters(&event) {
                    end.typed(letters);
                }
            })
            on:keydown=on(move |event: KeyboardEvent| {
                if let Some(letters) = letters(&event) {
                    key.key(&event, &letters, true);
                }
            })
            on:blur=on(move |event: FocusEvent| { if let Some(letters) = letters(&event) { blur.leave(&letters); } })
        />
    }
}

#[component]
fn LongText(visit: TypingState, field: &'static Field, one_line: bool) -> impl IntoView {
    let ui = visit.ui;
    let element = NodeRef::<leptos::html::Textarea>::new();
    follow(visit.clone(), move || {
        element.get().map(|area| TextBox(area.into()))
    });
    let [focus, input, start, end, key, blur] = std::array::from_fn(|_| visit.clone());
    view! {
        <textarea rows=if one_line { "1" } else { "2" }
            data-huge=is_huge(&untrack(|| visit.handle.value())).to_string() node_ref=element class="letters"
            data-field=field.key aria-label=ui.t(field.label)
            on:focus=on(move |event: FocusEvent| { visit_area(&event, true); focus.begin(); })
            on:input=on(move |event: Event| { if let Some(letters) = letters(&event) { input.typed(letters); } })
            on:beforeinput=move |event| {
                if one_line && event.input_type() == "insertLineBreak" {
                    event.prevent_default();
                }
            }
            on:compositionstart=on(move |_: CompositionEvent| { start.composing.set(true); start.mark(true); })
            on:compositionend=on(move |event: CompositionEvent| {
                end.composing.set(false);
                if let Some(letters) = letters(&event) {
                    end.typed(letters);
                }
            })
            on:keydown=on(move |event: KeyboardEvent| {
                if let Some(letters) = letters(&event) {
                    key.key(&event, &letters, one_line);
                }
            })
            on:blur=on(move |event: FocusEvent| {
                visit_area(&event, false);
                if let Some(letters) = letters(&event) {
                    blur.leave(&letters);
                }
            })
        ></textarea>
    }
}

/// Shows what arrives, but never under the caret, where only what is taken back changes; and writes what is unwritten
/// when the page is hidden or the control goes away.
fn follow(visit: TypingState, element: impl Fn() -> Option<TextBox> + Copy + 'static) {
    let shown_value: Memo<Value> = {
        let handle = visit.handle;
        Memo::new(move |_| handle.value())
    };
    let following = visit.clone();
    let session = visit.handle.session();
    Effect::new(move |before: Option<u64>| {
        let value = shown_value.get();
        let times = session.times_taken_back();
        if let Some(letters) = element() {
            if !following.focused.get() {
                letters.set(&shown(following.field.field_type, &value, ZONE));
            } else if before.is_some_and(|before| before != times) {
                untrack(|| following.show_back(&letters));
            }
        }
        times
    });
    let kept = StoredValue::new_local(visit);
    life::hear_any(&["hepai-write"], move |_| {
        kept.with_value(TypingState::write)
    });
    on_cleanup(move || {
        // A control that goes away mid-word leaves what was typed.
        let _ = kept.try_with_value(|visit| {
            visit.composing.set(false);
            visit.write();
            visit.mark(false);
            visit.handle.end();
            visit.gone.set(true);
        });
    });
}
