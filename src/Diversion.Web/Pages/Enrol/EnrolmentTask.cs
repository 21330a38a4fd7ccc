using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Enrol;

/// <summary>One line of the list of tasks.</summary>
/// <param name="Href">Null when it cannot be done now; <paramref name="Hint"/> then says why, if that is not obvious.</param>
public sealed record EnrolmentTask(string Id, string Title, string? Href, string? Hint, Label Label);
