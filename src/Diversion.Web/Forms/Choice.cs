namespace Diversion.Web.Forms;

/// <summary>One of several answers.</summary>
/// <param name="Value">The value that is sent.</param>
/// <param name="Reveals">Id of the element that belongs to this answer, or several separated by spaces; with script it is
/// hidden for the other answers.</param>
/// <param name="Disabled">It cannot be chosen; <paramref name="Hint"/> says why.</param>
/// <param name="Exclusive">"None of these": with script, ticking it clears the others.</param>
public sealed record Choice(string Value, string Text, string? Hint = null, bool Disabled = false, string? Reveals = null, bool Exclusive = false);
