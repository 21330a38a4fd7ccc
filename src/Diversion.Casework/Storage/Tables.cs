namespace Diversion.Casework.Storage;

/// <summary>
/// The logical tables. The names are part of stored data: renaming one makes its rows unreachable, and a new one needs a
/// migration in each adapter.
/// </summary>
public static class Tables
{
    /// <summary>One partition per agreement: its events and its snapshot.</summary>
    public const string Agreements = "agreements";

    /// <summary>Streams of all other kinds; a partition begins with the name of its kind.</summary>
    public const string Streams = "streams";

    /// <summary>What falls due next, in order of the instant.</summary>
    public const string Due = "due";

    /// <summary>Mail and messages that have not been delivered yet.</summary>
    public const string Outbox = "outbox";

    /// <summary>Open agreements by worker.</summary>
    public const string Caseload = "caseload";

    /// <summary>What waits for someone's decision or attention.</summary>
    public const string Inbox = "inbox";

    /// <summary>Every agreement, by the fields that people filter on.</summary>
    public const string Register = "register";

    /// <summary>People by the parts of their name and by date of birth.</summary>
    public const string Search = "search";

    /// <summary>One small row per agreement, summed into the programme's figures.</summary>
    public const string Figures = "figures";

    /// <summary>One row per agreement with what evaluation needs to know of it.</summary>
    public const string Evaluation = "evaluation";

    /// <summary>Referrals that somebody has begun to type and not sent.</summary>
    public const string Drafts = "drafts";

    /// <summary>Referrals by partner provider.</summary>
    public const string Referrals = "referrals";

    /// <summary>What came in and is no stream: what feeds sent and could not be accepted, until somebody has dealt with it; the public's votes.</summary>
    public const string Feeds = "feeds";

    /// <summary>Who read what, and why.</summary>
    public const string Audit = "audit";

    /// <summary>The programme's own settings.</summary>
    public const string Settings = "settings";

    public static IReadOnlyList<string> All { get; } =
        [Agreements, Streams, Due, Outbox, Caseload, Inbox, Register, Search, Figures, Evaluation, Drafts, Referrals, Feeds, Audit, Settings];
}
