//! Under a goal, a task, an action or a metric: what its words leave open, and a frame to say it in. Calm advice; it
//! holds nothing back and goes when somebody says that the words are fine.

use crate::analysis::Duty;
use crate::analysis::goal::coach::LeftOpen;
use crate::model::template::Field;
use crate::model::{FieldKey, RecordId};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::frame::identity::author_of;
use crate::ui::texts;
use leptos::prelude::*;

/// The advice on one text; nothing where there is none, or for those who only read it.
#[component]
pub(in crate::ui) fn Coach(record: RecordId, field: &'static Field) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(record);
    let author = author_of(session);
    let told = Memo::new(move |_| {
        author.get();
        let is_own = session.duty(&id.get_value(), &FieldKey::of(field.key)) == Duty::Own;
        let told = session.coaching(&id.get_value(), field.key, ui.lang.get());
        told.filter(|_| is_own)
    });
    let says = move || {
        let list = |words: Vec<&str>| words.join(ui.text(texts::LIST_SEPARATOR));
        told.with(|told| {
            let advice = &told.as_ref()?.advice;
            let open = advice.open.iter().map(|open| match open {
                LeftOpen::Number => ui.text(texts::coach::HOW_MUCH),
                LeftOpen::Day => ui.text(texts::coach::BY_WHEN),
                LeftOpen::Who => ui.text(texts::coach::BY_WHOM),
            });
            let open: Vec<&str> = open.collect();
            let mut said: Vec<String> = Vec::new();
            if !advice.loose.is_empty() {
                let words = list(advice.loose.clone());
                said.push(ui.fill(texts::coach::LOOSE, &[("words", &words)]));
            }
            if !open.is_empty() {
                said.push(ui.fill(texts::coach::COULD_SAY, &[("what", &list(open))]));
            }
            Some(said.join(ui.text(texts::coach::AND_THEN)))
        })
    };
    let frame = move || {
        let frame = told.with(|told| told.as_ref().map(|told| told.frame.clone()));
        ui.fill(texts::coach::FRAME, &[("text", &frame.unwrap_or_default())])
    };
    let take = move || {
        session.take_frame(&id.get_value(), field.key, ui.lang.get_untracked());
    };
    let leave = move || session.leave_as_it_is(&id.get_value(), field.key);
    when(
        move || told.with(Option::is_some),
        move || {
            view! {
                <div class="hint coach no-print" data-testid="coach" data-key=field.key>
                    <p>{live(says)}{live(frame)}</p>
                    <p class="answers">
                        <button type="button" class="link" data-testid="coach-frame" on:click=press(take)>
                            {ui.t(texts::coach::TAKE_FRAME)}
                        </button>
                        <button type="button" class="link" data-testid="coach-fine" on:click=press(leave)>
                            {ui.t(texts::coach::WORDS_FINE)}
                        </button>
                    </p>
                </div>
            }
        },
    )
}
