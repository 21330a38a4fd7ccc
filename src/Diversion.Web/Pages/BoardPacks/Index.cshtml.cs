using System.Globalization;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.BoardPacks;
using Diversion.Casework.Links;
using Diversion.Casework.ProjectEntries;
using Diversion.Casework.Streams;
using Diversion.Domain.BoardPacks;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.BoardPacks;

/// <summary>The board pack of a quarter: numbers that may leave the programme, what a lead writes beside them, and the board's actions.</summary>
public sealed class IndexModel(BoardPackQuery query, BoardPackService packs, ProjectHoursQuery hours) : PortalPage
{
    /// <summary>Hours of fewer people are suppressed.</summary>
    public const int LeastPeople = 5;

    private const int RoundTo = 5;
    private const int QuartersShown = 5;

    [FromRoute(Name = "quarter")]
    public string? Asked { get; set; }

    [BindProperty]
    public string? Section { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public TypedDate Due { get; set; } = new();

    [BindProperty]
    public string? Reminds { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Said { get; set; }

    [BindProperty]
    public string? Disparity { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Line { get; set; }

    [BindProperty]
    public string? Answerer { get; set; }

    [BindProperty]
    public string? AnswerReminds { get; set; }

    [BindProperty]
    public TypedDate AnswerBy { get; set; } = new();

    public static IReadOnlyList<Choice> Answers { get; } =
        [new(nameof(DisparityAnswer.Explain), "It is explained", "There is a reason that has nothing to do with the group"), new(nameof(DisparityAnswer.Reform), "The practice is reformed", "There is none, so something changes")];

    /// <summary>Differences without an open line.</summary>
    public IReadOnlyList<Choice> Unanswered =>
        [.. Pack.Disparities.Where(one => !Pack.Actions.Any(action => action.Disparity == one.Key && action.ClosedOn is null)).Select(one => new Choice(one.Key, one.Words))];

    public BoardPackView Pack { get; private set; } = null!;

    /// <summary>How much of the reparation was for community safety or the environment.</summary>
    public ShareTable Work { get; private set; } = null!;

    /// <summary>To the nearest 5, as every number of the pack.</summary>
    public static int RoundedHours(int minutes) => (int)Math.Round(minutes / 60m / RoundTo, MidpointRounding.AwayFromZero) * RoundTo;

    public bool MayWrite => AccessPolicy.MayWriteBoardPack(By);

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Quarter> Quarters
    {
        get
        {
            var quarters = new List<Quarter> { Quarter.Of(Today) };
            while (quarters.Count < QuartersShown)
            {
                quarters.Add(quarters[^1].Before);
            }

            return quarters.Contains(Pack.Quarter) ? quarters : [Pack.Quarter, .. quarters];
        }
    }

    public LocalDate Day => Today;

    /// <summary>How many of the pack's actions are open, late and closed.</summary>
    public string Standing
    {
        get
        {
            var (open, late) = (Pack.Actions.Count(action => action.ClosedOn is null), Pack.Actions.Count(action => action.IsLate(Today)));
            return $"{open} open, {late} of them late, {Pack.Actions.Count - open} closed in this quarter or later.";
        }
    }

    public IReadOnlyList<Choice> Sections => [.. Pack.Parts.Select(part => new Choice(part.Section.Id, part.Section.Title))];

    public IReadOnlyList<Choice> Reminded => [.. packs.Reminded.Select(one => new Choice(one.Id, one.Name))];

    public IReadOnlyList<Choice> OpenActions =>
        [.. Pack.Actions.Where(action => action.ClosedOn is null).Select(action => new Choice($"{action.Number}", string.Create(CultureInfo.InvariantCulture, $"{action.Number}, {action.Owner}")))];

    public async Task<IActionResult> OnGetAsync() => await Load() ?? Page();

    public async Task<IActionResult> OnPostWordsAsync()
    {
        if (await Begin() is { } other)
        {
            return other;
        }

        var section = Read.Text(nameof(Section), Section, "which part it stands beside");
        if (ModelState.IsValid && Pack.Parts.All(part => part.Section.Id != section))
        {
            Read.Fault(nameof(Section), "Choose a part of the pack");
        }

        var text = Read.OptionalText(nameof(Text), Text, "the words", BoardPackDecider.LongestWords) ?? "";
        return await Run(new BoardPackCommand.WriteWords($"{Pack.Quarter}", section, text), "The words were saved.");
    }

    public async Task<IActionResult> OnPostActionAsync()
    {
        if (await Begin() is { } other)
        {
            return other;
        }

        var what = Read.Text(nameof(What), What, "what is to be done", BoardPackDecider.LongestWords);
        var owner = Read.Text(nameof(Owner), Owner, "who does it");
        var due = Read.Date(nameof(Due), Due, "by when");
        return await Run(new BoardPackCommand.AgreeAction($"{Pack.Quarter}", what, owner, due, Chosen(Reminds)), "The action was added. It goes from pack to pack until it is closed.");
    }

    public async Task<IActionResult> OnPostDisparityAsync()
    {
        if (await Begin() is { } other)
        {
            return other;
        }

        var which = Pack.Disparities.FirstOrDefault(one => one.Key == Disparity);
        if (which is null)
        {
            Read.Fault(nameof(Disparity), "Choose a difference");
        }

        var answer = Read.Choice<DisparityAnswer>(nameof(Answer), Answer, "what is done about it");
        var line = Read.Text(nameof(Line), Line, "the explanation, or what is reformed", BoardPackDecider.LongestWords);
        var owner = Read.Text(nameof(Answerer), Answerer, "who answers for it");
        var due = Read.Date(nameof(AnswerBy), AnswerBy, "by when");
        return await Run(new BoardPackCommand.AnswerDisparity($"{Pack.Quarter}", Disparity ?? "", which?.Words ?? "", answer, line, owner, due, Chosen(AnswerReminds)), "The line was added. It stands among the board’s actions until it is closed.");
    }

    public async Task<IActionResult> OnPostCloseAsync()
    {
        if (await Begin() is { } other)
        {
            return other;
        }

        var number = Read.Number(nameof(Number), Number, "the action", 1, int.MaxValue);
        var said = Read.Text(nameof(Said), Said, "what came of it", BoardPackDecider.LongestWords);
        return await Run(new BoardPackCommand.CloseAction(number, said), "The action was closed.");
    }

    private static string? Chosen(string? id) => string.IsNullOrWhiteSpace(id) ? null : id;

    private async Task<IActionResult> Run(BoardPackCommand command, string done)
    {
        if (ModelState.IsValid && await packs.Execute(BoardPackId.Programme, command with { By = By, At = Now }, new ExecuteOptions(IdempotencyKey: FormKey), Cancellation) is Outcome<BoardPackState>.Refused { Refusal: var refusal })
        {
            Read.Fault("", RefusalWording.Of(refusal));
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        Say(done);
        return LocalRedirect(Addresses.BoardPack(Pack.Quarter));
    }

    private async Task<IActionResult?> Begin() => MayWrite ? await Load() : NotForRole();

    /// <returns>What to answer instead; null to continue.</returns>
    private async Task<IActionResult?> Load()
    {
        // The last whole quarter: the one that a board is about to see.
        if ((Asked is null ? Quarter.Of(Today).Before : Quarter.Read(Asked)) is not { } quarter)
        {
            return NotFound();
        }

        switch (await query.Of(By, quarter, Cancellation))
        {
            case Reply<BoardPackView>.Given { Value: var pack }:
                Pack = pack;
                return Take(await hours.Shares(quarter, By, Cancellation), shares => Work = shares);
            case Reply<BoardPackView>.Refused { Refusal: var refusal }:
                return Refuse(refusal);
            default:
                throw new InvalidOperationException("A reply is given or refused.");
        }
    }
}
