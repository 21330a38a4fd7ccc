using Diversion.Casework.Access;
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
            items.Add(new("Caseload", "/caseload"));
        }

        if (AccessPolicy.MaySearch(actor))
        {
            items.Add(new("Search", "/search"));
        }

        if (AccessPolicy.Register(actor) is not null)
        {
            items.Add(new("Register", "/register"));
        }

        if (AccessPolicy.MaySeeStatistics(actor))
        {
            items.Add(new("Programme", "/programme"));
        }

        if (AccessPolicy.MaySeeOutbox(actor))
        {
            items.Add(new("Messages", "/messages"));
        }

        if (AccessPolicy.MaySeeFeeds(actor))
        {
            items.Add(new("Feeds", "/feeds"));
        }

        if (AccessPolicy.IsForRole<ReferralCommand.Refer>(actor))
        {
            items.Add(new NavigationItem("Enrol a person", "/enrol"));
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
        _ => "Home",
    };
}
