using Diversion.Domain.Agreements;

namespace Diversion.Web.SignIn;

/// <summary>A feature of the request: the reader in each of their roles, when they have several.</summary>
public sealed record SessionRoles(IReadOnlyList<Actor> Actors);
