using Diversion.Casework.Actions;

namespace Diversion.Web.Portal;

/// <summary>An action and the page for it.</summary>
/// <param name="Address">Null when a rule forbids it; <see cref="ActionView.Blocked"/> says which.</param>
public sealed record ActionLink(ActionView Action, string? Address);
