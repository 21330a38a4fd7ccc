namespace Diversion.Casework.Services;

/// <summary>One service of the directory, as it is listed.</summary>
/// <param name="Entry">The whole entry as JSON, as it is stored in events.</param>
/// <param name="Partnership">Likewise; null without one.</param>
/// <param name="Slots">Likewise: its free slots; null while there is none.</param>
/// <param name="Closed">"yes"; null while it is open.</param>
internal sealed record ServiceRow(string Id, string Name, string Organisation, int Version, string Entry, string? Partnership = null, string? Closed = null, string? Slots = null);
