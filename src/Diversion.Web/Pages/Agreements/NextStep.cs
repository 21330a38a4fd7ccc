namespace Diversion.Web.Pages.Agreements;

/// <summary>The most important task of a case for its reader, and where to do it.</summary>
/// <param name="What">Text of the heading.</param>
/// <param name="When">The deadline.</param>
/// <param name="Button">Text of the button.</param>
public sealed record NextStep(string What, string When, string Advice, string Address, string Button);
