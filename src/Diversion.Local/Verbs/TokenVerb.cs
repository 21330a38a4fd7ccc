using System.CommandLine;
using Diversion.Casework.Access;
using Diversion.Domain.Agreements;
using Diversion.Local.Faults;
using Diversion.Local.Programmes;
using Diversion.Web.Access;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary><c>token</c>: a bearer token for the API, alone on standard output.</summary>
internal static class TokenVerb
{
    private static readonly Option<string> Data = SharedOptions.Data("Data folder that the token is for.");
    private static readonly Option<string> RoleName = new("--role") { Description = $"One of {string.Join(", ", RoleNames.All)}.", HelpName = "ROLE", Required = true };
    private static readonly Option<string> Name = new("--name") { Description = "The name of the token's owner. It is recorded with everything they do.", HelpName = "NAME", Required = true };
    private static readonly Option<string?> Id = new("--id") { Description = "Their id in the cases. [default: made from the name]", HelpName = "ID" };
    private static readonly Option<string?> Team = new("--team") { Description = "Their team.", HelpName = "TEAM" };
    private static readonly Option<string?> Organisation = new("--organisation") { Description = "A provider's organisation.", HelpName = "NAME" };
    private static readonly Option<int> Hours = new("--hours") { Description = "How many hours the token is valid.", HelpName = "N", DefaultValueFactory = _ => 12 };

    public static Verb Make()
    {
        var command = new Command("token", "Print a bearer token for the API.") { RoleName, Name, Id, Team, Organisation, Hours, Data };
        command.SetAction(Run);
        return new Verb(
            command,
            ("diversion token --role programme-lead --name \"Alex Lead\" --data data/demo", "A lead's token for the demo."),
            ("curl -H \"Authorization: Bearer $(diversion token --role feed --name Tags --data data/x)\" ...", "For a script: only the token is on standard output."));
    }

    private static int Run(ParseResult parsed)
    {
        var folder = parsed.GetValue(Data)!;
        var actor = ReadActor(parsed);
        var hours = parsed.GetValue(Hours);
        if (hours is < 1 or > 24 * 365)
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, "--hours must be from 1 to 8760 (a year).");
        }

        if (!Directory.Exists(folder) || !ProgrammeFolder.HasDatabase(folder))
        {
            throw new CannotGoOnException(ExitCodes.DataUnavailable, $"There is no programme in {folder}. Run serve or import on it once, then get a token.");
        }

        Console.Out.WriteLine(Issue(actor, Keys.OfTokens(folder), TimeSpan.FromHours(hours)));
        if (!Console.IsOutputRedirected)
        {
            Terminal.Error.WriteLine($"For {actor.Name} ({actor.Id}), {hours} hours. Send it as `Authorization: Bearer TOKEN`.");
        }

        return ExitCodes.Ok;
    }

    private static string Issue(Actor actor, byte[] key, TimeSpan lifetime)
    {
        try
        {
            return Tokens.Issue(actor, key, TimeProvider.System, lifetime);
        }
        catch (ArgumentException unusable)
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, unusable.Message, unusable);
        }
    }

    private static Actor ReadActor(ParseResult parsed)
    {
        if (RoleNames.Parse(parsed.GetValue(RoleName)!.ToLowerInvariant()) is not { } role)
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, $"There is no role {parsed.GetValue(RoleName)}. The roles are: {string.Join(", ", RoleNames.All)}.");
        }

        var name = parsed.GetValue(Name)!.Trim();
        var organisation = parsed.GetValue(Organisation);
        if (AccessPolicy.NeedsOrganisation(role) && organisation is null)
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, "A provider sees only their organisation's conditions: name the organisation with --organisation.");
        }

        return new Actor(parsed.GetValue(Id) ?? IdOf(name), name, role, parsed.GetValue(Team), organisation);
    }

    private static string IdOf(string name) =>
        string.Concat(name.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '-')).Trim('-');
}
