using Diversion.Casework;
using Diversion.Casework.Queries;
using Diversion.Domain.Agreements;
using Diversion.Domain.Term;
using Diversion.Web.Forms;
using Diversion.Web.Pages.Decisions;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Workers;

/// <summary>
/// Passes many cases on, some at a time: each request does a batch and shows how far it is. Whoever stops in between
/// finds the rest where it was.
/// </summary>
public sealed class PassOnModel(CaseloadQuery caseloads, CaseworkService casework, WorkerChoices workers) : WorkerPage(workers)
{
    public const int Batch = 20;

    /// <summary>Of somebody who left the programme and has no cases any more there is no page.</summary>
    private const string Programme = "/programme#workload";

    /// <summary>References of the cases that are still to be passed on.</summary>
    [BindProperty]
    public List<string> Cases { get; set; } = [];

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Passed on by the batches before; null on the first.</summary>
    [BindProperty]
    public int? Passed { get; set; }

    [BindProperty]
    public int Failed { get; set; }

    public IReadOnlyList<CaseloadItem> Caseload { get; private set; } = [];

    public IReadOnlyList<Choice> Workers { get; private set; } = [];

    public IReadOnlyList<Choice> Choices =>
        [.. Caseload.Select(item => new Choice(item.Agreement, item.Name, $"{item.Agreement}, {Labels.Of(item.Status).Text.ToLowerInvariant()}"))];

    public override string? NameOnCases => Caseload is [{ KeyWorker: { } name }, ..] ? name : null;

    /// <summary>Some are done and some are left: the page goes on.</summary>
    public bool IsUnderWay { get; private set; }

    public int Total => (Passed ?? 0) + Failed + Cases.Count;

    public string NewWorker => Others.Find(To)?.Name ?? "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (OnlyForLeads() is { } refused)
        {
            return refused;
        }

        await Load();
        if (IsUnknown)
        {
            return NotFound();
        }

        Cases = [.. Caseload.Select(item => item.Agreement)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (OnlyForLeads() is { } refused)
        {
            return refused;
        }

        await Load();
        if (IsUnknown)
        {
            return LocalRedirect(Programme);
        }

        var to = Others.Find(To);
        if (to is null || to.Id == Worker)
        {
            Read.Fault(nameof(To), FaultWording.Choose("the new key worker"));
        }

        if (Cases.Count == 0)
        {
            Read.Fault(nameof(Cases), FaultWording.Choose("the cases to pass on"));
        }

        var reason = Read.Text(nameof(Reason), Reason, "the reason", ChangePage.LongestReason);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await PassBatch(to!, reason);
        if (Cases.Count > 0)
        {
            IsUnderWay = true;
            ModelState.Clear();
            return Page();
        }

        Say(PassingOn.Result(Passed ?? 0, Failed));
        return LocalRedirect(Others.Find(Worker) is null ? Programme : $"/workers/{Uri.EscapeDataString(Worker)}");
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
        await casework.Execute(new AgreementId(reference), new TermCommand.ChangeKeyWorker(to) { By = By, At = Now, Reason = reason }, null, Cancellation)
            is Outcome.Accepted or Outcome.Unchanged;

    /// <summary>The button was pressed twice. A case that somebody else passed on meanwhile is left where it is now.</summary>
    private async Task<bool> IsAlreadyWith(string reference, StaffRef to) =>
        AgreementIds.IsWellFormed(reference) && (await casework.Find(new AgreementId(reference), Cancellation))?.KeyWorker?.Id == to.Id;

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
        Caseload = all;
    }
}
