using Diversion.Casework.Csv;
using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;

namespace Diversion.Casework.StaffFiles;

/// <summary>What a row asks of the directory as it is, and what came of it in words.</summary>
internal static class StaffFileCommands
{
    /// <returns>Empty with a fault: the row lacks what somebody new needs.</returns>
    public static (IReadOnlyList<StaffCommand> Commands, RowFault? Fault) Of(StaffFileRow row, StaffState state)
    {
        var known = state.Person(row.Id);
        if (known is null && (row.Name is null || row.Roles is null))
        {
            return ([], new RowFault(row.Line, row.Name is null ? StaffFileColumns.Name : StaffFileColumns.Roles, "missing; the directory has nobody of this id, and somebody new needs a name and roles"));
        }

        var commands = new List<StaffCommand>();
        foreach (var team in new[] { row.Team, row.Manages }.OfType<string>().DistinctBy(team => Domain.Reading.ReferenceText.Key(team)).Where(team => state.Team(team) is null))
        {
            commands.Add(new StaffCommand.AddTeam(team, (team == row.Team ? row.TeamName : null) ?? team));
        }

        if (row.Organisation is { } organisation && state.Organisation(organisation) is null)
        {
            commands.Add(new StaffCommand.AddOrganisation(organisation));
        }

        if (known is null)
        {
            commands.Add(new StaffCommand.AddPerson(row.Id, row.Name!, row.Roles!.Value, row.Team, row.Organisation, row.Email, row.Phone, row.From));
        }
        else
        {
            commands.AddRange(Changes(row, known));
        }

        if (row.Account is { } account)
        {
            commands.Add(new StaffCommand.LinkAccount(row.Id, account));
        }

        if (row.Manages is { } managed)
        {
            commands.Add(new StaffCommand.ChangeTeamManager(managed, row.Id));
        }

        return (commands, null);
    }

    private static IEnumerable<StaffCommand> Changes(StaffFileRow row, Member known)
    {
        // Also when nothing is new: of somebody who has left, nothing is changed, and the row must say so.
        yield return new StaffCommand.ChangeDetails(known.Id, row.Name ?? known.Name, row.Email ?? known.Email, row.Phone ?? known.Phone);
        if (row.Roles is not null || row.Organisation is not null)
        {
            var roles = row.Roles ?? known.Roles;
            yield return new StaffCommand.ChangeRoles(known.Id, roles, row.Organisation ?? (roles.Contains(Role.Provider) ? known.Organisation : null));
        }

        if (row.Team is { } team)
        {
            yield return new StaffCommand.MovePerson(known.Id, team);
        }
    }

    /// <summary>What is new of a person.</summary>
    public static IReadOnlyList<string> Words(StaffFileRow row, Member? before, StaffState was, StaffState after)
    {
        var now = after.Person(row.Id)!;
        var words = new List<string>();
        Add(before?.Name != now.Name && before is not null, $"name {now.Name}, was {before?.Name}");
        Add(before is null || !before.Roles.SequenceEqual(now.Roles), $"roles {string.Join(" and ", now.Roles.Select(role => Domain.Words.Of(role)))}");
        Add(before?.Organisation != now.Organisation, now.Organisation is null ? "no organisation" : $"organisation {now.Organisation}");
        Add(before?.Team != now.Team, $"team {after.Team(now.Team)?.Name}");
        Add(before?.Email != now.Email, $"email address {now.Email}");
        Add(before?.Phone != now.Phone, $"telephone {now.Phone}");
        Add(before?.Account != now.Account, $"signs in as {now.Account}");
        Add(before is null && row.From is not null && now.StartsAt is not null, $"starts on {row.From:d MMMM uuuu}");
        Add(row.Manages is { } managed && was.Team(managed)?.Manager != now.Id, $"manages {after.Team(row.Manages)?.Name}");
        return words;

        void Add(bool isNew, string what)
        {
            if (isNew)
            {
                words.Add(what);
            }
        }
    }
}
