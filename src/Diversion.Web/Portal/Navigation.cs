using System.Collections.Immutable;
using Diversion.Casework.Access;
using Diversion.Casework.Links;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Portal;

/// <param name="Path">Pages below it belong to it.</param>
/// <param name="Area">What it is folded into for a role with many links.</param>
public sealed record NavigationItem(string Text, string Path, string? Area = null)
{
    /// <summary>The links of an area; empty for a page.</summary>
    public ImmutableArray<NavigationItem> Parts { get; init; } = [];

    public bool Covers(PathString path) => Parts.IsEmpty
        ? path == Path || (Path != "/" && path.StartsWithSegments(Path, StringComparison.Ordinal))
        : Parts.Any(part => part.Covers(path));
}

/// <summary>The links at the top of every page: the access policy says what the user's role may open.</summary>
public static class Navigation
{
    private const string Figures = "Figures";
    private const string Partners = "Partners";
    private const string Administration = "Administration";

    /// <summary>As many as stand in one row at 1280 px.</summary>
    private const int InOneRow = 8;

    /// <summary>One row: where a role has more links than that, those of an area become one, which opens the first of them.</summary>
    public static IReadOnlyList<NavigationItem> For(Actor actor)
    {
        var all = All(actor);
        return all.Count <= InOneRow
            ? all
            : [.. all.GroupBy(item => item.Area ?? item.Path).Select(area => area.Count() == 1 ? area.First() : new NavigationItem(area.Key, area.First().Path) { Parts = [.. area] })];
    }

    /// <summary>The links of the area that a page is in; empty where nothing is folded.</summary>
    public static ImmutableArray<NavigationItem> Beside(Actor actor, PathString path) =>
        For(actor).FirstOrDefault(item => !item.Parts.IsEmpty && item.Covers(path))?.Parts ?? [];

    private static List<NavigationItem> All(Actor actor)
    {
        var items = new List<NavigationItem> { new(HomeOf(actor), "/") };
        if (AccessPolicy.KeepsCaseload(actor))
        {
            items.Add(new("Caseload", Addresses.Caseload));
        }

        if (AccessPolicy.HasCalendar(actor))
        {
            items.Add(new("Calendar", Addresses.Calendar));
        }

        if (AccessPolicy.MaySearch(actor))
        {
            items.Add(new("Search", Addresses.Search));
        }

        if (AccessPolicy.Register(actor) is not null)
        {
            items.Add(new("Register", Addresses.Register));
        }

        if (AccessPolicy.MaySeeStatistics(actor))
        {
            items.Add(new("Programme", Addresses.Programme, Figures));
        }

        if (AccessPolicy.MaySeeAnalysis(actor))
        {
            items.Add(new("Analysis", Addresses.Analysis, Figures));
        }

        if (AccessPolicy.MayImportReoffences(actor))
        {
            items.Add(new("Follow-up", Addresses.FollowUp, Figures));
        }

        if (AccessPolicy.MaySeeServices(actor))
        {
            items.Add(new("Services", Addresses.Services, Partners));
        }

        if (AccessPolicy.MaySeeOutbox(actor))
        {
            items.Add(new("Messages", Addresses.Messages, Administration));
        }

        if (AccessPolicy.MaySeeFeeds(actor))
        {
            items.Add(new("Feeds", Addresses.Feeds, Administration));
        }

        if (AccessPolicy.MaySeeOperations(actor))
        {
            items.Add(new("System", Addresses.Operations, Administration));
        }

        if (AccessPolicy.MaySeeOffenceTable(actor))
        {
            items.Add(new("Offence codes", Addresses.OffenceCodes, Administration));
        }

        if (AccessPolicy.MayReadProtocols(actor))
        {
            items.Add(new("Trials", Addresses.Trials, Figures));
        }

        if (AccessPolicy.MaySeeProjects(actor))
        {
            items.Add(new("Projects", Addresses.Projects, Partners));
        }

        if (AccessPolicy.MayModerate(actor))
        {
            items.Add(new("Votes", Addresses.Rounds, Partners));
        }

        if (AccessPolicy.MaySeeStaff(actor))
        {
            items.Add(new("Staff", Addresses.Staff, Administration));
        }

        if (AccessPolicy.MayRunPanel(actor))
        {
            items.Add(new("Scrutiny panel", Addresses.Sittings, Figures));
        }

        if (AccessPolicy.MayHandOver(actor))
        {
            items.Add(new("Transfers in", Addresses.TransfersIn, Administration));
        }

        if (AccessPolicy.IsForRole<ReferralCommand.Refer>(actor))
        {
            items.Add(new NavigationItem("Enrol a person", Addresses.Enrolments));
        }

        return items;
    }

    private static string HomeOf(Actor actor) => AccessPolicy.HomeOf(actor) switch
    {
        HomePage.Inbox => "Inbox",
        HomePage.MyWork => "My work",
        HomePage.MyTeams => "My teams",
        HomePage.Cases => "Cases",
        HomePage.Referrals => "Referrals",
        HomePage.Panel => "Scrutiny panel",
        HomePage.Sessions => "Sessions",
        _ => "Home",
    };
}
