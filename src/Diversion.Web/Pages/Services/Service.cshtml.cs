using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Links;
using Diversion.Casework.Record;
using Diversion.Casework.ServiceEntries;
using Diversion.Domain.Services;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Services;

/// <summary>One service: what it offers, how full it is, and for those who keep it the partnership agreement and the changes.</summary>
public sealed class ServiceModel(ServiceQuery query, ServiceService services) : ServicePage(services)
{
    private const int MostChanges = 20;
    private const int LongestReason = 2_000;

    [FromRoute(Name = "service")]
    public string Id { get; set; } = "";

    [BindProperty]
    public TypedDate Starts { get; set; } = new();

    [BindProperty]
    public TypedDate Review { get; set; } = new();

    [BindProperty]
    public TypedDate Ends { get; set; } = new();

    /// <summary>Where the paper of the partnership agreement is kept.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public TypedDate NextReview { get; set; } = new();

    [BindProperty]
    public string? Why { get; set; }

    public ServiceView Shown { get; private set; } = null!;

    public IReadOnlyList<TimelineItem> Changes { get; private set; } = [];

    public bool Leads => AccessPolicy.MayKeepPartnerships(By);

    public async Task<IActionResult> OnGetAsync() => await Load() ?? Page();

    public Task<IActionResult> OnPostPartnershipAsync() => Do(() =>
    {
        var starts = Read.Date(nameof(Starts), Starts, "the first day");
        var review = Read.Date(nameof(Review), Review, "the day of the review");
        var ends = Read.OptionalDate(nameof(Ends), Ends, "the last day");
        var kept = Read.OptionalText(nameof(Kept), Kept, "where the paper is kept");
        return new ServiceCommand.RecordPartnership(new Partnership(starts, review, ends, kept));
    }, "The partnership agreement was recorded. Leads are told on the day of the review.");

    public Task<IActionResult> OnPostReviewAsync() => Do(() =>
    {
        var outcome = Read.Text(nameof(Outcome), Outcome, "what came of it", LongestReason);
        var next = Read.OptionalDate(nameof(NextReview), NextReview, "the day of the next review");
        return new ServiceCommand.ReviewPartnership(next) { Reason = outcome };
    }, "The review was recorded.");

    public Task<IActionResult> OnPostCloseAsync() => Do(() =>
    {
        var why = Read.Text(nameof(Why), Why, "why it closes", LongestReason);
        return new ServiceCommand.CloseService { Reason = why };
    }, "The service was closed. Nobody is referred to it any more; referrals under way go on.");

    public Task<IActionResult> OnPostReopenAsync() => Do(static () => new ServiceCommand.ReopenService(), "The service is open again.");

    public Task<IActionResult> OnPostReadAsync() => Do(static () => new ServiceCommand.ReadRefusedChanges(), "You have read who tried to change the entry.");

    protected override async Task<IActionResult?> Load()
    {
        switch (await query.Of(Id, By, Now, Cancellation))
        {
            case Reply<ServiceView>.Given { Value: var service }:
                Shown = service;
                SeenVersion ??= service.Version;
                break;
            case Reply<ServiceView>.Refused { Refusal: var refusal }:
                return Refuse(refusal);
            default:
                throw new InvalidOperationException("A reply is given or refused.");
        }

        Changes = Shown.Yours && await query.Timeline(Id, By, newestFirst: true, MostChanges, null, Cancellation) is Reply<Page<TimelineItem>>.Given { Value: var page } ? page.Items : [];
        return null;
    }

    private async Task<IActionResult> Do(Func<ServiceCommand> read, string done)
    {
        if (await Load() is { } other)
        {
            return other;
        }

        var command = read();
        return await Run(new ServiceId(Id), () => command, done, Addresses.Service(Id), static field => field switch
        {
            "partnership.startsOn" => nameof(Starts),
            "partnership.reviewOn" => nameof(Review),
            "partnership.endsOn" => nameof(Ends),
            "partnership.reference" => nameof(Kept),
            "nextReviewOn" => nameof(NextReview),
            _ => null,
        });
    }
}
