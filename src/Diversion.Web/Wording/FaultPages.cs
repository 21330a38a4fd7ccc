using Diversion.Web.Demo;
using Diversion.Web.Requests;

namespace Diversion.Web.Wording;

/// <summary>The text of an error page: what happened, and what to do next.</summary>
internal sealed record FaultText(string Title, params string[] Paragraphs);

internal static class FaultPages
{
    /// <param name="showsTyped">What was typed is shown below the text.</param>
    public static FaultText Of(PageFault fault, bool hasSignIn, bool showsTyped) => fault switch
    {
        { IsFormExpired: true } => new(
            "This form can no longer be sent",
            "It was open in another session, or for too long. Nothing was saved.",
            showsTyped ? "Open the page again and fill it in once more. What you typed is below, to copy from." : "Open the page again and fill it in once more."),
        { IsFormUnreadable: true } => new(
            "This form could not be read",
            "An answer is too long, or it has a character that a form cannot have. Nothing was saved.",
            "Go back to the form. Shorten long answers, and type what you pasted from another program. Then send it again."),
        { IsFileUnreadable: true } or { Status: 413 } => new(
            "This file could not be taken",
            "It is too large, or it was cut short on the way. A paper can have up to 20 MB, and a zip to check up to 60 MB. Nothing was kept.",
            "Go back to the form. Choose a smaller file, or add it as several files. If the file is small, try again."),
        { Status: 401 } when !hasSignIn => new(
            "This server has no sign-in for people",
            "It serves the API only: programs send a token with each request. Ask its system administrator for the address of a server with sign-in, or for a token."),
        { Status: 401 } => new(
            "You have been signed out",
            "Your session has ended, or you signed out in another tab. Nothing was saved.",
            showsTyped ? "Sign in again and open the page. What you typed is below, to copy from." : "Sign in again and open the page."),
        { Status: 403 } => new("You cannot see this page", fault.Message ?? "Your role does not do this. Ask a programme lead if you need it."),
        { Status: 404, Message: { } message } => new("Page not found", message),
        { Status: 404 } => new(
            "Page not found",
            "If you typed the address, check that it is right. If you followed a link, the page may have moved: look for it from the home page."),
        { Status: 409, Message: { } message } => new("This cannot be done now", message),
        { Status: 429 } => new(
            "Too many tries",
            "This was done very often within a minute. Wait a minute, then try again."),
        { Status: 503, Message: { } message } => new("This service cannot be reached now", message),
        { Status: 503 } => new(
            "The records cannot be reached now",
            "Nothing was saved. Wait a minute, then try again.",
            "If it goes on, tell the system administrator that its store does not answer."),
        { Status: >= 500 } => new(
            "Something went wrong on our side",
            "It has been logged. Go back and look whether your change was saved, then try again.",
            "If it happens again, tell support what you did and the time."),
        _ => new(
            "This request cannot be used",
            fault.Message ?? "Go back to the page before and try again."),
    };
}
