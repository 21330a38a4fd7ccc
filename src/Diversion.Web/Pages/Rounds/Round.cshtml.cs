using Diversion.Casework.Access;
using Diversion.Casework.Links;
using Diversion.Casework.Rounds;
using Diversion.Domain;
using Diversion.Domain.Rounds;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Rounds;

/// <summary>A vote of the public: the votes so far, those that staff enter, and its result.</summary>
public sealed class RoundModel(RoundService service) : StreamPage
{
    private const int MostVotes = 10_000;

    public static IReadOnlyList<Choice> Ways { get; } = [.. Enum.GetValues<VoteWay>().Select(way => new Choice($"{way}", Labels.Sentence(Words.Of(way))))];

    [FromRoute(Name = "round")]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Project { get; set; }

    [BindProperty]
    public string? Way { get; set; }

    [BindProperty]
    public string? Votes { get; set; }

    public RoundView Shown { get; private set; } = null!;

    public bool MayOpen => AccessPolicy.MayOpenRounds(By);

    public bool Takes => Shown.State.Takes(Now);

    public IReadOnlyList<Choice> Projects => [.. Shown.State.Choices.Select(choice => new Choice(choice.Project, choice.Name))];

    protected override string What => "the vote";

    public async Task<IActionResult> OnGetAsync() => await Load() ?? Page();

    public Task<IActionResult> OnPostEnterAsync() => Do(() => new RoundCommand.EnterVotes(new EnteredVotes(
        FormKey ?? "", Read.Text(nameof(Project), Project, "the project"), Read.Choice<VoteWay>(nameof(Way), Way, "how they came"), Read.Number(nameof(Votes), Votes, "the votes", 1, MostVotes))), "The votes were entered.");

    public Task<IActionResult> OnPostPublishAsync() => Do(static () => new RoundCommand.PublishResult(), "The result is on the public page now.");

    protected override async Task<IActionResult?> Load() => Take(await service.Of(Id, By, Cancellation), shown => Shown = shown);

    private async Task<IActionResult> Do(Func<RoundCommand> read, string done)
    {
        if (await Load() is { } other)
        {
            return other;
        }

        var command = read();
        return await Run(
            options => service.Execute(new RoundId(Id), command with { By = By, At = Now }, options, Cancellation), done, Addresses.Round(Id),
            static field => field switch { "entered.project" => nameof(Project), "entered.way" => nameof(Way), "entered.votes" => nameof(Votes), _ => null });
    }
}
