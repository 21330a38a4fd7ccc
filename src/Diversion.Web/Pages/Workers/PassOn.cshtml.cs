using Diversion.Casework;
using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Caseload;
using Diversion.Casework.Links;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Term;
using Diversion.Web.Forms;
using Diversion.Web.Pages.Decisions;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.Workers;

/// <summary>
/// Passes several cases on, or arranges cover for them: first asked, then confirmed, then done in batches, and each request
/// shows the progress. If somebody stops in between, the remaining cases are unchanged.
/// </summary>
public sealed class PassOnModel(CaseloadQuery caseloads, Records records, CommandDryRun dryRun, WorkerChoices workers) : WorkerPage(workers)
{
    public const int Batch = 20;

    /// <summary>Value for every case of the list.</summary>
    public const string Every = "all";

    private const string ForGood = "good";
    private const string ForCover = "cover";

    /// <summary>References of the cases that are still to be passed on.</summary>
    [BindProperty]
    public List<string> Cases { get; set; } = [];

    [BindProperty]
    public string? To { get; set; }

    /// <summary>Permanently, or as cover.</summary>
    [BindProperty]
    public string? For { get; set; }

    [BindProperty]
    public TypedDate Until { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The reader has seen how many cases move to whom.</summary>
    [BindProperty]
    public bool Confirmed { get; set; }

    public static IReadOnlyList<Choice> Spans { get; } =
    [
        new(ForGood, "For good", "They become the key worker."),
        new(ForCover, "Until the key worker is back", "They cover. The key worker stays the same.", Reveals: "until"),
    ];

    /// <summary>Number passed on by earlier batches; null on the first.</summary>
    [BindProperty]
    public int? Passed { get; set; }

    [BindProperty]
    public int Failed { get; set; }

    public IReadOnlyList<CaseloadItem> Caseload { get; private set; } = [];

    public IReadOnlyList<Choice> Workers { get; private set; } = [];

    public IReadOnlyList<Choice> Choices =>
    [
        .. Caseload.Count > 1 ? [new Choice(Every, $"All {Caseload.Count} cases")] : (IEnumerable<Choice>)[],
        .. Caseload.Select(item => new Choice(item.Agreement, item.Name, $"{item.Agreement}, {Labels.Of(item.Status).Text.ToLowerInvariant()}")),
    ];

    public override string? NameOnCases => Caseload is [{ KeyWorker: { } name }, ..] ? name : null;

    public bool IsCover => For == ForCover;

    public bool IsToConfirm { get; private set; }

    public LocalDate CoverUntil { get; private set; }

    /// <summary>What will follow for the ticked cases, and for how many of them if not for all.</summary>
    public Foreseen WhatFollows { get; private set; } = new([], []);

    public string LoadOfNewWorker { get; private set; } = "";

    public string Count => Cases.Count == 1 ? "1 case" : $"{Cases.Count} cases";

    /// <summary>Some are done and some are left: the page continues.</summary>
    public bool IsUnderWay { get; private set; }

    public int Total => (Passed ?? 0) + Failed + Cases.Count;

    public string NewWorker => Others.Find(To)?.Name ?? "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (OnlyForManagers() is { } refused)
        {
            return refused;
        }

        await Load();
        if (IsUnknown)
        {
            return NotFound();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (OnlyForManagers() is { } refused)
        {
            return refused;
        }

        await Load();
        if (IsUnknown)
        {
            return LocalRedirect(ListOfWorkers);
        }

        var to = Others.Find(To);
        if (to is null || to.Id == Worker || Workers.All(choice => choice.Value != to.Id))
        {
            Read.Fault(nameof(To), FaultWording.Choose("who takes the cases"));
        }

        var ticked = Cases;
        if (Cases.Contains(Every))
        {
            Cases = [.. Caseload.Select(item => item.Agreement)];
        }

        if (Cases.Count == 0)
        {
            Read.Fault(nameof(Cases), FaultWording.Choose("the cases"));
        }

        if (For is not (ForGood or ForCover))
        {
            Read.Fault(nameof(For), FaultWording.Choose("for how long"));
        }

        if (IsCover)
        {
            CoverUntil = Read.Date(nameof(Until), Until, "the last day of the cover");
        }

        var reason = Read.Text(nameof(Reason), Reason, "the reason", ChangePage.LongestReason);
        if (!ModelState.IsValid)
        {
            Cases = ticked;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (!Confirmed)
        {
            // If one case is refused for this reason, all of them would be.
            if (await Refusal(to!, reason) is { } refusal)
            {
                Cases = ticked;
                Read.Fault(refusal.Code is RefusalCode.DateInPast or RefusalCode.ValueOutOfRange ? nameof(Until) : nameof(To), RefusalWording.Of(refusal));
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return Page();
            }

            var now = (await Others.Load(By, Cancellation)).GetValueOrDefault(to!.Id);
            LoadOfNewWorker = $"{WorkerChoices.Cases(now)} now, {now + Cases.Count} afterwards";
            WhatFollows = await Foresee(to, reason);
            IsToConfirm = true;
            ModelState.Clear();
            return Page();
        }

        await PassBatch(to!, reason);
        if (Cases.Count > 0)
        {
            IsUnderWay = true;
            ModelState.Clear();
            return Page();
        }

        Say(PassingOn.Result(Passed ?? 0, Failed, IsCover));
        return LocalRedirect(Others.Find(Worker) is null ? ListOfWorkers : Addresses.Worker(Worker));
    }

    private async Task PassBatch(StaffRef to, string reason)
    {
        var theirs = Caseload.Select(item => item.Agreement).ToHashSet();
        var now = Cases.Take(Batch).ToArray();
        Cases = [.. Cases.Skip(Batch)];
        Passed ??= 0;
        foreach (var reference in now)
        {
            var done = theirs.Contains(reference) ? await Pass(reference, to, reason) : await IsAlreadyWith(reference, to);
            Passed += done ? 1 : 0;
            Failed += done ? 0 : 1;
        }
    }

    private async Task<bool> Pass(string reference, StaffRef to, string reason) =>
        await records.Execute(new AgreementId(reference), Move(to, reason), null, Cancellation) is Outcome.Accepted or Outcome.Unchanged;

    private async Task<Refusal?> Refusal(StaffRef to, string reason) =>
        await dryRun.Of(new AgreementId(Cases[0]), Move(to, reason), Cancellation);

    private async Task<Foreseen> Foresee(StaffRef to, string reason)
    {
        var told = new List<string>();
        await records.FindAll([.. Cases.Where(AgreementIds.IsWellFormed)], Cancellation);
        foreach (var reference in Cases.Where(AgreementIds.IsWellFormed))
        {
            told.AddRange(await dryRun.WhatFollows(new AgreementId(reference), Move(to, reason), Cancellation) ?? []);
        }

        return new Foreseen([.. told.GroupBy(sentence => sentence).Select(group => group.Count() == Cases.Count ? group.Key : $"In {group.Count()} of {Cases.Count} cases: {group.Key}")], []);
    }

    private TermCommand Move(StaffRef to, string reason) =>
        (IsCover ? (TermCommand)new TermCommand.CoverCase(to, CoverUntil) : new TermCommand.ChangeKeyWorker(to)) with { By = By, At = Now, Reason = reason };

    /// <summary>The button was pressed twice. A case that somebody else passed on in the meantime is left where it is now.</summary>
    private async Task<bool> IsAlreadyWith(string reference, StaffRef to) =>
        (await records.Find(reference, Cancellation))?.KeyWorker?.Id == to.Id;

    private async Task Load()
    {
        Workers = await Others.For(By, Cancellation, except: Worker);
        var all = new List<CaseloadItem>();
        string? cursor = null;
        do
        {
            if (await caseloads.Of(By, Worker, cursor, Cancellation) is not Reply<Page<CaseloadItem>>.Given { Value: var page })
            {
                break;
            }

            all.AddRange(page.Items);
            cursor = page.Cursor;
        }
        while (cursor is not null);
        // Cases that they cover for others are not theirs to pass on, and an agreement that has ended keeps its key worker: a call
        // that is left to make is chased through their manager.
        Caseload = [.. all.Where(item => item.KeyWorkerId == Worker && item.Status.IsRunning())];
    }
}
