namespace Diversion.Web.Pages.Agreements;

/// <summary>What matters most of a case to whoever looks at it, and where it is done.</summary>
/// <param name="What">As a heading.</param>
/// <param name="When">By when it is to be done.</param>
/// <param name="Button">What the button says.</param>
public sealed record NextStep(string What, string When, string Advice, string Address, string Button);
