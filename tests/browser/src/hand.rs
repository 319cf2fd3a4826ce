//! A walk with a budget: every press of the pointer or its key counts, and every field or line that is typed, as
//! ux-method.md §12 counts them.

use std::cell::Cell;

use anyhow::{Context as _, Result, ensure};
use thirtyfour::prelude::Key;

use crate::Person;

/// What one person's hand has done so far.
#[derive(Debug)]
pub struct Hand<'a> {
    /// Whose it is.
    pub person: &'a Person,
    clicks: Cell<u32>,
    typed: Cell<u32>,
}

impl<'a> Hand<'a> {
    /// A hand that has done nothing yet.
    pub fn of(person: &'a Person) -> Self {
        Self {
            person,
            clicks: Cell::new(0),
            typed: Cell::new(0),
        }
    }

    /// One press of the pointer.
    ///
    /// # Errors
    /// Where it cannot be pressed.
    pub async fn click(&self, selector: &str) -> Result<()> {
        self.clicks.set(self.clicks.get() + 1);
        self.person.click(selector).await
    }

    /// One field or line, whatever stood in it before. Putting the caret into it is part of typing.
    ///
    /// # Errors
    /// Where nothing can be typed there.
    pub async fn types(&self, selector: &str, text: &str) -> Result<()> {
        self.typed.set(self.typed.get() + 1);
        let control = self.person.find(selector).await?;
        control.scroll_into_view().await?;
        control.focus().await?;
        control.send_keys(Key::Control + "a").await?;
        control
            .send_keys(text)
            .await
            .with_context(|| selector.to_owned())
    }

    /// Fails where more was pressed or typed than that; the next stretch is counted anew.
    ///
    /// # Errors
    /// Where the budget is exceeded.
    pub fn within(&self, clicks: u32, typed: u32) -> Result<()> {
        let done = (self.clicks.take(), self.typed.take());
        ensure!(
            done.0 <= clicks && done.1 <= typed,
            "{} presses and {} lines, where {clicks} and {typed} are to do",
            done.0,
            done.1
        );
        Ok(())
    }
}
