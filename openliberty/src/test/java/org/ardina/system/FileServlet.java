package org.ardina.system;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Answers with compressed files that it keeps in memory, and does nothing else: the least that a servlet can do. */
@WebServlet("/*")
public class FileServlet extends HttpServlet {

    /** The environment variable that names the folder. */
    static final String FOLDER = "BENCHMARK_FILES";

    private static final long serialVersionUID = 1L;

    private final transient ConcurrentMap<String, byte[]> files = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] file = files.computeIfAbsent(request.getPathInfo(), FileServlet::read);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Encoding", "gzip");
        response.setHeader("Cache-Control", "public, max-age=0");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }

    private static byte[] read(String path) {
        try {
            return Files.readAllBytes(Path.of(System.getenv(FOLDER) + path + ".gz"));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
