namespace Diversion.Casework.ReadModels;

/// <summary>How read models are divided into partitions.</summary>
public static class Partitions
{
    /// <summary>Timekeeping and delivery are spread over a few partitions, so that none becomes hot at five o'clock.</summary>
    public const int Shards = 8;

    public const string Leads = "lead";
    public const string Everything = "all";

    /// <summary>Every trial.</summary>
    public const string Trials = "trials";

    /// <summary>Every sitting of the scrutiny panel.</summary>
    public const string Sittings = "sittings";

    /// <summary>Every service of the directory.</summary>
    public const string Services = "services";

    /// <summary>Every reparation project, and every request for one.</summary>
    public const string Projects = "projects";

    /// <summary>Credited hours of reparation, by month and project.</summary>
    public const string ReparationHours = "reparation-hours";

    /// <summary>The sessions of one reparation project, by time.</summary>
    public static string SessionsOf(string project) => $"sessions:{project}";

    /// <summary>Needs that no service meets.</summary>
    public const string UnmetNeeds = "unmet-needs";

    /// <summary>Whose own page a link or code opens, by the first two digits of its hash.</summary>
    public static string OwnPage(string hash) => $"own-page:{hash[..2]}";

    /// <summary>The referrals to one service.</summary>
    public static string UseOf(string service) => $"use:{service}";

    /// <summary>What a scrutiny panel said about the cases of this officer.</summary>
    public static string FeedbackFor(string officer) => $"feedback:{officer}";

    /// <summary>Cases of which sergeants were told, whoever the officer is.</summary>
    public const string Sergeants = "sergeants";

    /// <summary>Results of follow-up that are owed.</summary>
    public const string Analysts = "analysts";

    /// <summary>Records whose erasure was ordered and is not finished.</summary>
    public const string Erasures = "erasures";

    /// <summary>Cases that ended like this, by their end: their records are reviewed for deletion one day.</summary>
    public static string Ended(Diversion.Domain.Agreements.AgreementStatus status) => $"ended:{status}";

    public static IEnumerable<string> AllShards { get; } = [.. Enumerable.Range(0, Shards).Select(shard => $"{shard}")];

    public static string Shard(string agreement)
    {
        // The built-in hash of a string differs between processes; this one is stored.
        var hash = 2166136261u;
        foreach (var c in agreement)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return $"{hash % Shards}";
    }

    public static string Worker(string id) => $"worker:{Key(id)}";

    /// <summary>What a key worker has when.</summary>
    public static string CalendarOf(string id) => $"calendar:{Key(id)}";

    public static string Officer(string id) => $"officer:{Key(id)}";

    /// <summary>Answers that somebody could not send, and pages that reported errors in a form.</summary>
    public static string Kept(string id) => $"{KeptPrefix}{Key(id)}";

    public const string KeptPrefix = "kept:";

    public static string Facilitator(string id) => $"facilitator:{Key(id)}";

    public static string Mentor(string id) => $"mentor:{Key(id)}";

    public static string Provider(string organisation) => $"provider:{Key(organisation)}";

    public static string Status(Diversion.Domain.Agreements.AgreementStatus status) => $"status:{status}";

    public static string Team(string team) => $"team:{Key(team)}";

    /// <summary>Parts of names by their first letter.</summary>
    public static string NamePart(string folded) => $"name:{folded[0]}";

    public static string BornOn(NodaTime.LocalDate day) => $"born:{day:uuuu-MM-dd}";

    /// <param name="letters">The letters of the name, see <see cref="Search.IdentityKeys"/>.</param>
    public static string NameAndBirth(NodaTime.LocalDate day, string letters) => $"person:{day:uuuu-MM-dd}:{letters}";

    public static string Cro(string number) => $"cro:{Key(number)}";

    public static string Probation(string number) => $"crn:{Key(number)}";

    public static string Pnc(string id) => $"pnc:{Key(id)}";

    /// <param name="plain">Letters and digits alone, see <see cref="Search.IdentityKeys"/>.</param>
    public static string Crime(string plain) => $"crime:{Key(plain)}";

    /// <param name="plain">See <see cref="Diversion.Domain.Referral.Telephone.Plain"/>.</param>
    public static string Telephone(string plain) => $"telephone:{plain}";

    public static string Custody(string plain) => $"custody:{Key(plain)}";

    /// <summary>Names from outside as part of a key: characters that a store forbids in keys are replaced.</summary>
    private static string Key(string text) =>
        text.AsSpan().ContainsAny("/\\#?") ? string.Concat(text.Select(c => c is '/' or '\\' or '#' or '?' ? '_' : c)) : text;
}
