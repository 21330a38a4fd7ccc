namespace Diversion.Web.Forms;

/// <summary>One of several answers.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Reveals">Id of what belongs to this answer, or several with a space between; with script it is hidden for the others.</param>
/// <param name="Disabled">Why it cannot be chosen is said in <paramref name="Hint"/>.</param>
/// <param name="Exclusive">"None of these": with script, ticking it clears the others.</param>
public sealed record Choice(string Value, string Text, string? Hint = null, bool Disabled = false, string? Reveals = null, bool Exclusive = false);
