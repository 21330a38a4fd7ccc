using Diversion.Web.Forms;

namespace Diversion.Web.Pages.Services;

/// <summary>The fields of an entry.</summary>
/// <param name="Own">The only organisation that the reader may choose; null for a lead.</param>
public sealed record ServiceFields(ServiceForm Form, IReadOnlyList<Choice> Organisations, string? Own);
