using Diversion.Domain.Projects;

namespace Diversion.Casework.Projects;

/// <summary>One reparation project, as it is listed.</summary>
/// <param name="Supervisor">Id of whoever looks after its sessions.</param>
/// <param name="Entry">The whole entry as JSON, as it is stored in events.</param>
/// <param name="Risk">The risk assessment likewise; null without one.</param>
internal sealed record ProjectRow(
    string Id, string Name, string Partner, string Area, ProjectStatus Status, ProjectPurpose Purpose, string Entry, string? Supervisor = null, string? Risk = null);
