using System.Text.Json;
using Diversion.Casework.Projects;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Domain.Projects;

namespace Diversion.Casework.ProjectEntries;

/// <summary>A project as it is listed and chosen.</summary>
/// <param name="Risk">Left out without one.</param>
public sealed record ListedProject(string Id, ProjectEntry Entry, ProjectStatus Status, RiskAssessment? Risk)
{
    internal static ListedProject Of(TableRow row)
    {
        var read = RowOf<ProjectRow>.Read(row);
        return new(
            read.Id,
            JsonSerializer.Deserialize<ProjectEntry>(read.Entry, StoredJson.Options)!,
            read.Status,
            read.Risk is null ? null : JsonSerializer.Deserialize<RiskAssessment>(read.Risk, StoredJson.Options));
    }
}
