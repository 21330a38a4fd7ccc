using System.Globalization;
using Diversion.Casework.Answers;
using Diversion.Casework.Links;
using Diversion.Casework.SubjectAccess;
using Diversion.Domain.Agreements;
using Diversion.Domain.DataRights;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.SubjectAccess;

/// <summary>A lead reads the record before it is given to the person, and marks what has to be left out.</summary>
public sealed class ReviewModel(SubjectAccessQuery query) : ActionPage
{
    public static readonly IReadOnlyList<Choice> Grounds =
    [
        new(nameof(MarkGround.AnotherPerson), "It is about somebody else", "Who did not agree, and whom it would be unfair to name."),
        new(nameof(MarkGround.Investigation), "It would hinder an investigation or a prosecution"),
        new(nameof(MarkGround.LegalAdvice), "It is legal advice"),
        new(nameof(MarkGround.SeriousHarm), "It could cause serious harm to somebody’s health"),
    ];

    /// <summary>What is to be left out.</summary>
    [BindProperty]
    public string? Passage { get; set; }

    [BindProperty]
    public string? Ground { get; set; }

    /// <summary>The place of a mark in the list, from 0: what it left out is shown again.</summary>
    [BindProperty]
    public int? Again { get; set; }

    public SubjectAccessReview? Review { get; private set; }

    public override string Command => CommandCatalogue.NameOf<DataRequestCommand.MarkPassage>();

    public override string Button => "Leave it out";

    private int Number => int.TryParse(Condition, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private string Here => Addresses.Action(Reference, Command, Condition);

    public async Task<IActionResult> OnPostAsync()
    {
        if (Again is { } place)
        {
            // The version that the reader saw says which mark it is.
            var marks = await query.Review(Reference, Number, AccessRequest, Cancellation) is Reply<SubjectAccessReview>.Given { Value.Request.Marks: var known } ? known : [];
            return place >= 0 && place < marks.Length
                ? await Run(() => new DataRequestCommand.MarkPassage(Number, marks[place].Words, null), "It is shown again.", Here)
                : Gone();
        }

        var words = Read.Text(nameof(Passage), Passage, "the words to leave out", DataRequestCommand.MarkPassage.Longest);
        var ground = Read.Choice<MarkGround>(nameof(Ground), Ground, "why they are left out");
        return await Run(
            () => new DataRequestCommand.MarkPassage(Number, words, ground), "It is left out wherever it stands.", Here, static code => code == RefusalCode.MarksTooMany ? nameof(Passage) : null);
    }

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } instead)
        {
            return instead;
        }

        var reply = await query.Review(Reference, Number, AccessRequest, Cancellation);
        if (reply is not Reply<SubjectAccessReview>.Given { Value: var review })
        {
            return Refuse(((Reply<SubjectAccessReview>.Refused)reply).Refusal);
        }

        Review = review;
        return null;
    }
}
