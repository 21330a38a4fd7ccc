using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Papers;
using Diversion.Casework.Record;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Telling;

/// <summary>A letter to print that tells the person of a warning, a change, a breach or the ending.</summary>
public sealed class LetterModel(LetterQuery letters) : RecordPage
{
    [FromRoute(Name = "item")]
    public string Item { get; set; } = "";

    [FromRoute(Name = "language")]
    public string? Language { get; set; }

    public LetterView Letter { get; private set; } = null!;

    /// <summary>The language that was asked for, when the letter awaits a translator into it.</summary>
    public LetterLanguage? IsNotIn => Letter.Letter.Awaited.FirstOrDefault(one => one.Code == Language);

    protected override async ValueTask<IActionResult?> Prepare()
    {
        var reply = await letters.Of(Reference, Item, Language, AccessRequest, Cancellation);
        if (reply is Reply<LetterView>.Refused { Refusal: var refusal })
        {
            return Refuse(refusal);
        }

        Letter = ((Reply<LetterView>.Given)reply).Value;
        return null;
    }
}
