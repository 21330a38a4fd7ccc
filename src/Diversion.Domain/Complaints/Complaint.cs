using System.Globalization;
using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Complaints;

/// <summary>Somebody is not content with how the case is dealt with. It is acknowledged and answered within the scheme's time.</summary>
/// <param name="Number">In the agreement, counted from 1.</param>
/// <param name="How">How it was made.</param>
/// <param name="What">In the words of who made it, as far as possible; null for those who may not read it.</param>
/// <param name="Who">The name of who made it, where that was not the person.</param>
/// <param name="AboutId">The id of the key worker or officer whom it is about: they do not answer it.</param>
/// <param name="By">The name of who recorded it.</param>
public sealed record Complaint(
    int Number,
    ComplaintFrom From,
    AnsweredHow How,
    Instant MadeAt,
    ComplaintAbout About,
    string? What,
    string? Who,
    string? AboutId,
    string By,
    Instant RecordedAt)
{
    private const string Prefix = "complaint-";

    /// <summary>Null until it was acknowledged to who made it.</summary>
    public ComplaintReply? Acknowledged { get; init; }

    /// <summary>Null until it was answered or withdrawn.</summary>
    public ComplaintResult? Result { get; init; }

    /// <summary>Null until it was answered, and when it was withdrawn.</summary>
    public ComplaintReply? Answered { get; init; }

    public string Id => IdOf(Number);

    public bool IsOpen => Result is null;

    /// <summary>
    /// They are complained of: they neither deal with it nor read it. A team manager is named by office, because another
    /// team's manager has no access to the case.
    /// </summary>
    public bool IsOf(Actor actor) => AboutId == actor.Id || (About == ComplaintAbout.TeamManager && actor.Role == Role.TeamManager);

    /// <summary>Null when it is no id of a complaint.</summary>
    public static int? NumberOf(string id) =>
        id.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(id.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The number in the id of an obligation to acknowledge or answer a complaint; null for any other obligation.</summary>
    public static int? NumberIn(string obligation) =>
        obligation.Split('/') is ["complaint", _, var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string IdOf(int number) => Prefix + number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What was said to who made the complaint.</summary>
/// <param name="At">When somebody spoke to them, or sent the letter, email or text.</param>
/// <param name="By">The name of who did it.</param>
public sealed record ComplaintReply(ToldHow How, Instant At, string By, string? Said);

/// <summary>Who complains. A victim's complaint or review belongs to the Victims' Code and is recorded with the victim.</summary>
public enum ComplaintFrom
{
    Person,

    /// <summary>A solicitor, a relative or somebody else for the person.</summary>
    ForPerson,

    /// <summary>Somebody else: a partner, a neighbour, an employer.</summary>
    SomebodyElse,
}

public enum ComplaintAbout
{
    KeyWorker,
    TeamManager,
    PoliceOfficer,

    /// <summary>A provider or a facilitator.</summary>
    Partner,

    /// <summary>What was decided, or how long it took.</summary>
    Decision,
    SomethingElse,
}

public enum ComplaintResult
{
    Upheld,
    PartlyUpheld,
    NotUpheld,

    /// <summary>Who made it does not pursue it.</summary>
    Withdrawn,
}
