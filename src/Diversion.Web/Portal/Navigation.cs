using Diversion.Casework.Access;
using Diversion.Casework.Links;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;

namespace Diversion.Web.Portal;

/// <param name="Path">Pages below it belong to it.</param>
public sealed record NavigationItem(string Text, string Path);

/// <summary>The links at the top of every page: the access policy says what the user's role may open.</summary>
public static class Navigation
{
    public static IReadOnlyList<NavigationItem> For(Actor actor)
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
            items.Add(new("Programme", Addresses.Programme));
        }

        if (AccessPolicy.MaySeeAnalysis(actor))
        {
            items.Add(new("Analysis", Addresses.Analysis));
        }

        if (AccessPolicy.MayImportReoffences(actor))
        {
            items.Add(new("Follow-up", Addresses.FollowUp));
        }

        if (AccessPolicy.MaySeeOutbox(actor))
        {
            items.Add(new("Messages", Addresses.Messages));
        }

        if (AccessPolicy.MaySeeFeeds(actor))
        {
            items.Add(new("Feeds", Addresses.Feeds));
        }

        if (AccessPolicy.MaySeeOperations(actor))
        {
            items.Add(new("System", Addresses.Operations));
        }

        if (AccessPolicy.MaySeeOffenceTable(actor))
        {
            items.Add(new("Offence codes", Addresses.OffenceCodes));
        }

        if (AccessPolicy.MayReadProtocols(actor))
        {
            items.Add(new("Trials", Addresses.Trials));
        }

        if (AccessPolicy.MaySeeServices(actor))
        {
            items.Add(new("Services", Addresses.Services));
        }

        if (AccessPolicy.MaySeeProjects(actor))
        {
            items.Add(new("Projects", Addresses.Projects));
        }

        if (AccessPolicy.MaySeeStaff(actor))
        {
            items.Add(new("Staff", Addresses.Staff));
        }

        if (AccessPolicy.MayRunPanel(actor))
        {
            items.Add(new("Scrutiny panel", Addresses.Sittings));
        }

        if (AccessPolicy.MayHandOver(actor))
        {
            items.Add(new("Transfers in", Addresses.TransfersIn));
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
