namespace Diversion.Local; internal static class Program { private static int Main() => 0; }
