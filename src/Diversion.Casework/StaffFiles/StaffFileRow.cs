using System.Collections.Immutable;
using Diversion.Casework.Csv;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.StaffFiles;

/// <summary>One row of a file of staff. What it leaves out, it says nothing about.</summary>
/// <param name="Cells">As in the file.</param>
/// <param name="Id">By which the person is matched.</param>
public sealed record StaffFileRow(int Line, IReadOnlyList<string> Cells, string Id, IReadOnlyList<RowFault> Faults)
{
    public string? Name { get; init; }

    /// <summary>Null when the row does not say; never empty.</summary>
    public ImmutableArray<Role>? Roles { get; init; }

    /// <summary>The id of the team.</summary>
    public string? Team { get; init; }

    /// <summary>What a team is called that the directory does not have yet.</summary>
    public string? TeamName { get; init; }

    public string? Organisation { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Account { get; init; }

    /// <summary>First day of somebody who is new.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The id of the team that they manage.</summary>
    public string? Manages { get; init; }
}
