using System.Text.Json.Nodes;
using Diversion.Casework.Schemes;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Casework.Tests.Schemes;

/// <summary>The files of the repository's schemes folder, copied beside the tests.</summary>
internal static class ShippedSchemes
{
    public const string CheckpointFile = "checkpoint.v1.json";
    public const string TurningPointFile = "turning-point.v1.json";

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "schemes");

    public static SchemeRules Checkpoint => Catalogue.Get(new SchemeRef("checkpoint", 1));

    public static SchemeRules TurningPoint => Catalogue.Get(new SchemeRef("turning-point", 1));

    public static SchemeCatalogue Catalogue => Load().Catalogue;

    public static WorkingCalendar Calendar => Load().Calendar;

    public static SchemeLoad.Loaded Load() => Assert.IsType<SchemeLoad.Loaded>(SchemeFiles.Load(Folder));

    public static JsonObject Json(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!.AsObject();
}
