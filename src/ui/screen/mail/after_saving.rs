//! What stands beside a file saved just now: the text for the mail, and the person's own word that it was sent.

use super::sending::Saved;
use crate::ui::letter::Letter;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::life;
use crate::ui::texts;
use leptos::prelude::*;

/// After saving: where the file is, the text to copy, and 我已发出.
#[component]
pub(in crate::ui) fn AfterSaving(saved: Saved) -> impl IntoView {
    let ui = ui();
    let Saved {
        file,
        size,
        is_part,
        leaves_feedback,
        key,
        letter,
        is_letter,
    } = saved;
    view! {
        <div class="after-saving">
            <p role="status" class="saved-file">
                {ui.fill(texts::mail::FILE_SAVED, &[("file", &file)])} " " <span class="hint">{size}</span>
            </p>
            {is_part.then(|| view! {
                <p class="notice" data-kind="warning" data-testid="file-is-part">{ui.t(texts::mail::HOLDS_PART)}</p>
            })}
            {leaves_feedback.then(|| view! {
                <p class="notice" data-kind="info" data-testid="without-feedback">
                    {ui.t(texts::mail::SAVED_WITHOUT_FEEDBACK)}
                </p>
            })}
            {match is_letter {
                true => view! { <Writing letter key/> }.into_any(),
                false => view! { <MarkSent key/> }.into_any(),
            }}
        </div>
    }
}

/// The text for the mail, to copy or to open in the mail program; the shorter one for a chat.
#[component]
fn Writing(letter: Letter, key: String) -> impl IntoView {
    let ui = ui();
    // However many people there are above, what is to be done next is in sight.
    crate::ui::screen::base::dom::show_soon(".mark-sent".to_owned());
    let whole = letter.whole();
    let mailto = letter.mailto(ui.lang.get_untracked());
    let copied = move |text: String| {
        life::to_the_end((ui, text), crate::ui::screen::base::context::copy_and_say)
    };
    let body = whole.clone();
    let chat = letter.chat.clone();
    view! {
        <p class="answers">
            <button type="button" data-testid="copy-text" on:click=move |_| copied(body.clone())>
                {ui.t(texts::mail::COPY_TEXT)}
            </button>
            <a class="button" href=mailto>{ui.t(texts::mail::OPEN_MAIL)}</a>
            <button type="button" data-testid="copy-chat" on:click=move |_| copied(chat.clone())>
                {ui.t(texts::mail::COPY_CHAT)}
            </button>
        </p>
        <MarkSent key/>
        <pre class="mail-text" data-testid="mail-text" tabindex="0" aria-label=ui.t(texts::mail::MAIL_TEXT)>
            {whole}
        </pre>
    }
}

/// 我已发出: the only word the page has that it happened.
#[component]
fn MarkSent(key: String) -> impl IntoView {
    let ui = ui();
    let session = session();
    let key = StoredValue::new(key);
    let is_ticked = Memo::new(move |_| {
        session
            .sent()
            .iter()
            .any(|sent| sent.key == key.get_value() && sent.ticked_ms.is_some())
    });
    let tick = move |event| {
        let is_sent = event_target_checked(&event);
        session.tick_sent(&key.get_value(), is_sent);
        if is_sent {
            ui.handover.set(None);
        }
    };
    view! {
        <p class="mark-sent">
            <label class="tick">
                <input type="checkbox" data-testid="mark-sent" prop:checked=move || is_ticked.get() on:change=tick/>
                <strong>{ui.t(texts::mail::I_SENT)}</strong>
            </label>
            <span class="hint">{ui.t(texts::mail::CANNOT_SEND)}</span>
        </p>
    }
}
