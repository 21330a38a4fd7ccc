using Diversion.Casework.Queries;

namespace Diversion.Web.Portal;

/// <summary>An action and where it is done.</summary>
/// <param name="Address">Null when a rule stands against it; <see cref="ActionView.Blocked"/> says which.</param>
public sealed record ActionLink(ActionView Action, string? Address);
