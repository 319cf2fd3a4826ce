//! What helps somebody in who does not come by the front door: a chat program's browser, a phone, a file not found.

use crate::ui::screen::base::context::copy_and_say;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::life;
use crate::ui::texts;
use leptos::prelude::*;

/// The browsers inside chat programs keep nothing and save no files; phones are for reading.
#[component]
pub(in crate::ui) fn ChatBrowser() -> impl IntoView {
    let ui = ui();
    let agent = window().navigator().user_agent().unwrap_or_default();
    let is_chat = ["MicroMessenger", "wxwork", "DingTalk", "Feishu", "Lark/"]
        .iter()
        .any(|sign| agent.contains(sign));
    let is_phone = agent.contains("Mobile");
    let text = if is_chat {
        texts::home::CHAT_BROWSER
    } else {
        texts::home::PHONE
    };
    let copy = move |_| {
        let address = window().location().href().unwrap_or_default();
        life::to_the_end((ui, address), copy_and_say);
    };
    (is_chat || is_phone).then(|| view! {
        <p class="notice" data-kind="warning" data-testid="chat-browser">
            <span class="notice-text">{ui.t(text)}</span>
            <button type="button" class="link" on:click=copy>{ui.t(texts::home::COPY_ADDRESS)}</button>
        </p>
    })
}

/// 找不到文件？
#[component]
pub(in crate::ui) fn CannotFind() -> impl IntoView {
    let ui = ui();
    let ways = [
        (texts::home::FROM_MAIL, texts::home::CANNOT_FIND_MAIL),
        (texts::home::FROM_CHAT, texts::home::CANNOT_FIND_CHAT),
        (texts::home::FROM_NOTEPAD, texts::home::CANNOT_FIND_NOTEPAD),
        (texts::home::FROM_ZIP, texts::home::CANNOT_FIND_ZIP),
        (texts::home::FROM_PHONE, texts::home::CANNOT_FIND_PHONE),
    ];
    view! {
        <section class="cannot-find">
            <h2>{ui.t(texts::home::CANNOT_FIND)}</h2>
            <dl class="facts">
                {ways.map(|(which, how)| view! {
                    <dt>{ui.t(which)}</dt><dd>{ui.t(how)}</dd>
                }).into_iter().collect::<Vec<_>>()}
            </dl>
        </section>
    }
}
